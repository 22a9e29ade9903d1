package cn.gridbell.request.category;

import cn.gridbell.platform.Problem;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/** 422: an answer means an emergency; nothing is stored, and the resident is told whom to call. {@code call} is the number. */
public final class RequestStopped extends Problem {

    private static final long serialVersionUID = 1L;

    RequestStopped(Question question) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "request",
                "emergency",
                "请先拨打紧急电话",
                Objects.requireNonNull(question.stopper()).words());
        with("call", question.stopper().call());
    }
}
