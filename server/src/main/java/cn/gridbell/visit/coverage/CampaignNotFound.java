package cn.gridbell.visit.coverage;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such campaign, or somebody else's. */
final class CampaignNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    CampaignNotFound() {
        super(HttpStatus.NOT_FOUND, "visit", "campaign-not-found", "没有找到", "没有找到这次敲门行动，请返回列表刷新后重试。");
    }
}
