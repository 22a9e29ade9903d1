package cn.gridbell.message.wording;

import cn.gridbell.wechat.WechatApp;
import java.util.Map;
import java.util.Objects;

/**
 * A message as written.
 *
 * @param title  heading in the inbox
 * @param text   the whole message in the inbox, at most 500 characters
 * @param fields for each app WeChat's field key to text, in order, fitted
 * @param page   of the mini-program
 */
public record Draft(String title, String text, Map<WechatApp, Map<String, String>> fields, String page) {

    public Draft {
        fields = Map.copyOf(fields);
    }

    public Map<String, String> fieldsFor(WechatApp app) {
        return Objects.requireNonNull(fields.get(app));
    }
}
