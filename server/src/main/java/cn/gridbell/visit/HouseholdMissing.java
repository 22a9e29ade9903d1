package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the resident has not said where they live. */
public final class HouseholdMissing extends Problem {

    private static final long serialVersionUID = 1L;

    public HouseholdMissing() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "visit", "household-missing", "还没有登记住址", "请先在“我的”里登记您的住址，再预约网格员上门。");
    }
}
