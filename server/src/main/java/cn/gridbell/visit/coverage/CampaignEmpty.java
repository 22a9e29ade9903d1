package cn.gridbell.visit.coverage;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: nobody lives where the campaign was called for. */
final class CampaignEmpty extends Problem {

    private static final long serialVersionUID = 1L;

    CampaignEmpty() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "visit", "campaign-empty", "没有住户", "这个范围内还没有登记的住户，请核对网格和楼栋，或先导入住户。");
    }
}
