package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the sign that was scanned is not this building's. */
final class DoorSignWrong extends Problem {

    private static final long serialVersionUID = 1L;

    DoorSignWrong() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "visit",
                "door-sign-wrong",
                "门牌码不符",
                "扫到的门牌码不是这栋楼的，请核对地址后重新扫码，或改用居民手机上的验证码。");
    }
}
