package cn.gridbell.visit.rating;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: too early, or a second time. */
final class OutcomeNotRatable extends Problem {

    private static final long serialVersionUID = 1L;

    private OutcomeNotRatable(String kind, String title, String detail) {
        super(HttpStatus.CONFLICT, "visit", kind, title, detail);
    }

    static OutcomeNotRatable notYet() {
        return new OutcomeNotRatable("outcome-not-ratable", "还不能评价", "上门完成后才能评价事情是否解决，请稍后再来。");
    }

    static OutcomeNotRatable twice() {
        return new OutcomeNotRatable("outcome-already-rated", "已评价", "您已经评价过事情是否解决，如有新的情况请提交诉求。");
    }
}
