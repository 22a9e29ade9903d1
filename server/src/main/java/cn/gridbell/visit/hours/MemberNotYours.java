package cn.gridbell.visit.hours;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such member where the caller leads. */
final class MemberNotYours extends Problem {

    private static final long serialVersionUID = 1L;

    MemberNotYours() {
        super(HttpStatus.NOT_FOUND, "visit", "member-not-yours", "没有这位工作人员", "没有找到这位工作人员，只能安排本人或自己负责网格的工作人员。");
    }
}
