package cn.gridbell.resident.disclosure;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 429: this staff member looked as often as one may on a day. */
final class TooManyReveals extends Problem {

    private static final long serialVersionUID = 1L;

    /** @param seconds until the day in Shanghai ends, at least 1 */
    TooManyReveals(int most, long seconds) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "resident",
                "too-many-reveals",
                "今天查看次数已满",
                "为保护居民信息，每人每天最多查看" + most + "次居民电话或门牌。请明天再试，确有需要请联系街道管理员。");
        with("retryAfterSeconds", seconds);
    }
}
