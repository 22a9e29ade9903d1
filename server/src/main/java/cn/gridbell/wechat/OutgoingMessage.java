package cn.gridbell.wechat;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message as WeChat takes it.
 *
 * @param templateId  as the account knows it
 * @param fields      WeChat's field key ({@code thing2}) → text, in order
 * @param page        page of the mini-program to open, without leading slash; null for none
 * @param clientMsgId at most 32 characters; the official account delivers one id once within ten minutes
 */
public record OutgoingMessage(
        String templateId,
        Map<String, String> fields,
        @Nullable String page,
        String clientMsgId) {

    public OutgoingMessage {
        fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
    }
}
