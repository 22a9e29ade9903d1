package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: nobody says "me too" to what they reported themselves. */
final class RequestIsYourOwn extends Problem {

    private static final long serialVersionUID = 1L;

    RequestIsYourOwn() {
        super(HttpStatus.CONFLICT, "request", "own-request", "是您自己反映的", "这是您自己反映的诉求，不需要再附议；着急的话可以催办。");
    }
}
