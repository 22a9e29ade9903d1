package cn.gridbell.wechat;

import cn.gridbell.platform.crypto.Phone;
import java.util.Optional;

/**
 * What the house can ask of WeChat. Calls that leave the house have time limits and must not be made inside a transaction (refused with an
 * {@code IllegalStateException}). OpenIDs stay behind this façade.
 */
public interface Wechat {

    /**
     * Exchanges the code of {@code wx.login} and remembers the person (openid and unionid joined).
     *
     * @throws WechatCodeInvalid     400, malformed, used or expired
     * @throws WechatUnavailable     503, WeChat does not answer
     */
    WechatPersonId signIn(String code);

    /**
     * Exchanges the code of the phone button.
     *
     * @throws WechatCodeInvalid 400, malformed, used or expired, or the number is no mainland mobile
     * @throws WechatUnavailable 503
     */
    Phone phoneOf(String code);

    /** How a person can be reached right now. Reads the database only. */
    Reach reachOf(WechatPersonId person);

    /** 模板消息 on the official account. Never throws for what WeChat answers: the verdict says it. */
    SendAnswer sendTemplate(WechatPersonId person, OutgoingMessage message);

    /** 订阅消息 of the mini-program. Never throws for what WeChat answers: the verdict says it. */
    SendAnswer sendSubscribe(WechatPersonId person, OutgoingMessage message);

    /**
     * 客服消息 in the chat of the official account. One message is taken out of the person's window before the call, and put back if WeChat
     * certainly did not send it; a closed window is the verdict LASTING with 45015. Never throws for what WeChat answers.
     *
     * @param text not empty; more than 2048 bytes of UTF-8 are cut between characters and end in an ellipsis
     */
    SendAnswer sendChat(WechatPersonId person, String text);

    /**
     * Answers a letter in the chat of the official account; part of the transaction in which its fact is heard, and nothing else is to be done:
     * the words are said in the answer to WeChat's push if there is time, else as a message of their own, never both. One answer a letter.
     *
     * @param inboundId of the fact that is answered
     * @param words     not empty; more than 2048 bytes of UTF-8 are cut between characters and end in an ellipsis
     */
    void reply(WechatPersonId person, long inboundId, String words);

    /**
     * A link to a page of the mini-program, as the chat shows it.
     *
     * @param page without leading slash, may carry a query
     * @param text what is tapped; plain text
     */
    String pageLink(String page, String text);

    /** Whether WeChat answers a harmless call for this app now. Not inside a transaction; takes as long as a call may take. */
    boolean isAnswering(WechatApp app);

    /** The words of a chat message that {@link WechatMessageReceived} announced; empty once they were erased. */
    Optional<String> wordsOf(long inboundId);
}
