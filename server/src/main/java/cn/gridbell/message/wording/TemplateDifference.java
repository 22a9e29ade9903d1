package cn.gridbell.message.wording;

import cn.gridbell.wechat.WechatApp;
import org.jspecify.annotations.Nullable;

/**
 * Where the catalogue and an account say different things.
 *
 * @param key   the template's key in the catalogue
 * @param words what differs and what to do, in Chinese
 */
record TemplateDifference(WechatApp app, @Nullable Scene key, Kind kind, String words) {

    enum Kind {
        /** The account has no template with this id: each send would be refused (40037). */
        MISSING,
        /** The fields are not the same: sends would be refused (47003) or come without them. */
        FIELDS,
        /** One-time here and long-term there, or the other way round: consents would be counted wrongly. */
        TERM
    }
}
