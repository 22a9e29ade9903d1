package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: the member said before that they set out; the resident was told then. */
final class AlreadyOnTheWay extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyOnTheWay() {
        super(HttpStatus.CONFLICT, "visit", "already-on-the-way", "已经登记出发", "这次走访已经登记出发，居民已收到通知，不用再次登记。");
    }
}
