package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the code given at the door is not the one on the resident's screen. */
final class DoorCodeWrong extends Problem {

    private static final long serialVersionUID = 1L;

    /** @param triesLeft 0 or more */
    DoorCodeWrong(int triesLeft) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "visit",
                "door-code-wrong",
                "验证码不符",
                "验证码与居民手机上的不一致，请核对后再试，还可以试" + triesLeft + "次；也可以不填验证码完成签到。");
        with("triesLeft", triesLeft);
    }
}
