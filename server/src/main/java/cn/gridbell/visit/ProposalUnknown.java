package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the time picked is none of those proposed. */
final class ProposalUnknown extends Problem {

    private static final long serialVersionUID = 1L;

    ProposalUnknown() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "visit", "proposal-unknown", "时间不在备选中", "请从网格员提出的备选时间里选择一个。");
    }
}
