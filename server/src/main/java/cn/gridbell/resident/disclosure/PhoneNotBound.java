package cn.gridbell.resident.disclosure;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: there is no phone to show. */
final class PhoneNotBound extends Problem {

    private static final long serialVersionUID = 1L;

    PhoneNotBound() {
        super(HttpStatus.CONFLICT, "resident", "phone-not-bound", "没有绑定手机", "这位居民没有绑定手机号码，请改为上门或在小程序内留言。");
    }
}
