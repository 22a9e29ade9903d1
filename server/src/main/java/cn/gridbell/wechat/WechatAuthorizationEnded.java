package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person took back what they had allowed ({@code user_authorization_revoke}) or closed their WeChat account ({@code
 * user_authorization_cancellation}). Each room erases what it owns in the transaction in which it hears this.
 */
public record WechatAuthorizationEnded(WechatPersonId person, Extent extent, Instant at) {

    /** What has to go. */
    public enum Extent {
        /** All there is: they are gone, and whoever comes back is somebody new. */
        EVERYTHING,
        PHONE,
        /** Where they live and where they are. */
        PLACE,
        /** Pictures that no case needs. */
        PICTURES
    }
}
