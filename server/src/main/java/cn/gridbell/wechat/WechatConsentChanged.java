package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person tapped the consent panel or changed the settings of the mini-program ({@code subscribe_msg_popup_event}, {@code
 * subscribe_msg_change_event}).
 *
 * @param inboundId the row in the inbound log
 * @param fromPopup true for the panel, false for the settings
 */
public record WechatConsentChanged(
        WechatPersonId person, String templateId, Choice choice, boolean fromPopup, long inboundId, Instant at) {

    /** What they chose. */
    public enum Choice {
        ACCEPT,
        REJECT,
        BAN
    }
}
