package cn.gridbell.wechat;

import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.inbound.Replies;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 客服消息 of the official account (发送客服消息): text, inside the person's window. */
@Component
class ChatSending {

    static final int MOST_BYTES = 2_048;

    private static final String ELLIPSIS = "…";
    /** For clients too old to open a mini-program from a chat. */
    private static final String FALLBACK = "https://mp.weixin.qq.com";

    private static final int WINDOW_CLOSED = 45015;
    private static final int WINDOW_USED_UP = 45047;
    private static final Set<Integer> NO_WINDOW = Set.of(WINDOW_CLOSED, WINDOW_USED_UP);

    private final WechatCalls calls;
    private final WechatPeople people;
    private final ChatWindows windows;
    private final Replies replies;
    private final JsonMapper json;

    ChatSending(WechatCalls calls, WechatPeople people, ChatWindows windows, Replies replies, JsonMapper json) {
        this.calls = calls;
        this.people = people;
        this.windows = windows;
        this.replies = replies;
        this.json = json;
    }

    boolean isOpenFor(PersonRow person) {
        return person.following() && person.officialOpenId() != null && windows.isOpen(person.officialOpenId());
    }

    /** See {@link Wechat#sendChat}. */
    SendAnswer send(WechatPersonId person, String text) {
        String openId = people.find(person).map(PersonRow::officialOpenId).orElse(null);
        ChatWindows.Taken taken = openId == null ? null : windows.take(openId).orElse(null);
        if (taken == null) {
            return Verdicts.lasting(WINDOW_CLOSED);
        }
        SendAnswer answer = call(taken.openId(), shortened(text));
        if (isClosed(answer)) {
            windows.close(taken);
        } else if (answer.verdict() != Verdict.ACCEPTED && answer.verdict() != Verdict.UNKNOWN) {
            windows.giveBack(taken);
        }
        return answer;
    }

    /** See {@link Wechat#reply}. */
    void reply(WechatPersonId person, long inboundId, String words) {
        replies.write(inboundId, person.value(), shortened(words));
    }

    /** See {@link Wechat#pageLink}. */
    static String pageLink(String appId, String page, String text) {
        return "<a data-miniprogram-appid=\"" + appId + "\" data-miniprogram-path=\"" + page + "\" href=\"" + FALLBACK
                + "\">" + text + "</a>";
    }

    static boolean isClosed(SendAnswer answer) {
        return NO_WINDOW.contains(answer.errorCode());
    }

    private SendAnswer call(String openId, String text) {
        ObjectNode body = json.createObjectNode().put("touser", openId).put("msgtype", "text");
        body.putObject("text").put("content", text);
        try {
            return Verdicts.accepted(calls.asOfficialAccount(
                    "custom/send", service -> service.post(WxMpApiUrl.Kefu.MESSAGE_CUSTOM_SEND, body.toString())));
        } catch (CallFailed e) {
            return Verdicts.failed(e);
        }
    }

    /** At most {@link #MOST_BYTES} of UTF-8, cut between characters and marked with an ellipsis. */
    static String shortened(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
            return text;
        }
        int room = MOST_BYTES - ELLIPSIS.getBytes(StandardCharsets.UTF_8).length;
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > room) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
