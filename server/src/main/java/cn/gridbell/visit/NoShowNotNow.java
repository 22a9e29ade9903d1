package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: it is too soon to say that nobody came, or there is nothing to object to. */
final class NoShowNotNow extends Problem {

    private static final long serialVersionUID = 1L;

    private NoShowNotNow(String detail) {
        super(HttpStatus.CONFLICT, "visit", "no-show-not-now", "现在还不能登记", detail);
    }

    static NoShowNotNow tooSoon() {
        return new NoShowNotNow("约定的时间还没有结束，请再等一等；结束后仍没有人上门，再来登记。");
    }

    static NoShowNotNow nothingToObject() {
        return new NoShowNotNow("这次走访没有记为家中无人，或您已经提出过异议，不必再操作。");
    }
}
