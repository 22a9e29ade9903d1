package cn.gridbell.visit.coverage;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: whoever is to walk there does not serve the territory. */
final class MemberNotInTerritory extends Problem {

    private static final long serialVersionUID = 1L;

    MemberNotInTerritory() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "visit",
                "member-not-in-territory",
                "不在该网格",
                "这位工作人员不负责这个网格，请选择负责该网格的人员。");
    }
}
