package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: too many wrong codes were given at this door. */
final class DoorCodeSpent extends Problem {

    private static final long serialVersionUID = 1L;

    DoorCodeSpent() {
        super(HttpStatus.CONFLICT, "visit", "door-code-spent", "验证码已停用", "验证码输错次数过多，已停用。可以不填验证码完成签到，请居民在小程序里点“确认已上门”。");
    }
}
