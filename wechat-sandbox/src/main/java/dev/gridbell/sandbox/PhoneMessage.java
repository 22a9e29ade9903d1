package dev.gridbell.sandbox;

import java.util.List;

/**
 * One message on a person's phone.
 *
 * @param channel where it shows
 * @param fromPerson true for what the person wrote
 * @param templateId the template, empty in a chat
 * @param title above the card, empty in a chat
 * @param text the words of a chat, else empty
 * @param fields the lines of the card, empty in a chat
 * @param page what a tap opens: a mini-program page or a URL, may be empty
 * @param at when it arrived, ISO 8601
 * @param msgid WeChat's number of it
 */
record PhoneMessage(
        Channel channel,
        boolean fromPerson,
        String templateId,
        String title,
        String text,
        List<Line> fields,
        String page,
        String at,
        String msgid) {
    enum Channel {
        /** 公众号模板消息. */
        TEMPLATE,
        /** 小程序订阅消息, shown under 服务通知. */
        SUBSCRIBE,
        /** the chat with the official account. */
        CHAT,
        /** the chat inside the mini-program (客服会话). */
        MINI_PROGRAM_CHAT;

        static Channel chatOf(AppKind kind) {
            return kind == AppKind.OFFICIAL_ACCOUNT ? CHAT : MINI_PROGRAM_CHAT;
        }
    }

    /** One line of a card. */
    record Line(String key, String value, String label) {}

    /**
     * Something said in the chat with that app.
     *
     * @param page what a tap opens, empty for plain words
     */
    static PhoneMessage chat(AppKind kind, boolean fromPerson, String text, String page, String at, String msgid) {
        return new PhoneMessage(Channel.chatOf(kind), fromPerson, "", "", text, List.of(), page, at, msgid);
    }
}
