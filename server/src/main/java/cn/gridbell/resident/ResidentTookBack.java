package cn.gridbell.resident;

import cn.gridbell.wechat.WechatAuthorizationEnded;
import java.time.Instant;

/**
 * A resident stays, but takes back one thing they had allowed: whoever keeps it erases it in this transaction.
 *
 * @param what never EVERYTHING
 */
public record ResidentTookBack(ResidentId resident, WechatAuthorizationEnded.Extent what, Instant at) {}
