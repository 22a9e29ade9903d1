package cn.gridbell.visit.coverage;

import cn.gridbell.request.RequestId;
import java.util.List;

/**
 * What a reported knock did; kept with the idempotency key, so nothing personal in it.
 *
 * @param counted  false: another knock of that day counts already
 * @param covered  campaigns that need not come to this door again
 * @param requests the requests that the needs found became
 */
public record KnockReceipt(String id, Band band, boolean counted, List<CampaignId> covered, List<RequestId> requests) {}
