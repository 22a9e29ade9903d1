package cn.gridbell.wechat;

import java.net.URI;

/**
 * 内容安全: asks WeChat whether what a person wrote or sent may be shown to others. Both calls leave the house: not inside a transaction. They
 * never throw for what WeChat answers.
 */
public interface ContentChecks {

    /**
     * {@code msg_sec_check} v2, scene 2 (comment). Longer texts than WeChat takes are asked in pieces; the worst piece counts.
     *
     * @param person who wrote it; WeChat judges words together with their writer
     * @return never {@code STARTED}
     */
    CheckAnswer text(WechatPersonId person, String text);

    /**
     * {@code media_check_async} v2; the verdict comes as {@link WechatPictureChecked}.
     *
     * @param link where WeChat finds the picture, good for at least 30 minutes
     * @return {@code STARTED} with a trace id, {@code CANNOT} or {@code AGAIN}
     */
    CheckAnswer picture(WechatPersonId person, URI link);
}
