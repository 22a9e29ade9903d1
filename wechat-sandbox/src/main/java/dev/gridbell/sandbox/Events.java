package dev.gridbell.sandbox;

import java.util.List;
import java.util.Map;

/** What the apps' servers are told, in the words of WeChat's documentation. */
final class Events {
    private static final String PUSH_SERVICE = "oSandboxPushServiceOfWechat0";
    private static final String REVOKED_IN_H5 = "205";
    private static final String REVOKED_IN_MINI_PROGRAM = "8";

    private final Apps apps;
    private final SandboxClock clock;
    private final Pushes pushes;

    Events(Apps apps, SandboxClock clock, Pushes pushes) {
        this.apps = apps;
        this.clock = clock;
        this.pushes = pushes;
    }

    /**
     * 文本, 图片, 位置: what a person says in a chat.
     *
     * @param pairs what that kind of message carries: key, value, key, value …
     */
    void said(AppKind kind, Person person, String messageType, long msgId, Object... pairs) {
        Map<String, Object> content = start(kind, person, messageType);
        content.putAll(Json.object(pairs));
        content.put("MsgId", msgId);
        tell(kind, person, content);
    }

    /** 进入会话 of the mini-program. */
    void enteredChat(Person person, String sessionFrom) {
        Map<String, Object> content = event(AppKind.MINI_PROGRAM, person, "user_enter_tempsession");
        content.put("SessionFrom", sessionFrom);
        tell(AppKind.MINI_PROGRAM, person, content);
    }

    /** 点击菜单, 跳转链接, 跳转小程序; returns the event's name. */
    String menuTapped(Person person, Menus.Button button, long menuId) {
        String event =
                switch (button.type()) {
                    case "view" -> "VIEW";
                    case "miniprogram" -> "view_miniprogram";
                    default -> "CLICK";
                };
        Map<String, Object> content = event(AppKind.OFFICIAL_ACCOUNT, person, event);
        content.put(
                "EventKey",
                switch (event) {
                    case "VIEW" -> button.url();
                    case "CLICK" -> button.key();
                    default -> button.page();
                });
        if (!event.equals("CLICK")) {
            content.put("MenuId", menuId);
        }
        tell(AppKind.OFFICIAL_ACCOUNT, person, content);
        return event;
    }

    /** 授权用户信息变更: it comes from WeChat's own push service; the person stands in {@code OpenID}. */
    void authorizationChanged(AppKind kind, Person person, PersonAccounts.Change change, String revokeInfo) {
        Map<String, Object> content = event(kind, person, change.event);
        content.put("FromUserName", PUSH_SERVICE);
        content.put("OpenID", person.openId(kind));
        content.put("AppID", apps.of(kind).appId());
        if (change == PersonAccounts.Change.REVOKE) {
            String usual = kind == AppKind.OFFICIAL_ACCOUNT ? REVOKED_IN_H5 : REVOKED_IN_MINI_PROGRAM;
            content.put("RevokeInfo", revokeInfo.isEmpty() ? usual : revokeInfo);
        }
        tell(kind, person, content);
    }

    /** 关注, 取消关注, 扫码: an event with a key; ticket only when a code was scanned. */
    void officialAccount(Person person, String event, String key, String ticket) {
        Map<String, Object> content = event(AppKind.OFFICIAL_ACCOUNT, person, event);
        content.put("EventKey", key);
        if (!ticket.isEmpty()) {
            content.put("Ticket", ticket);
        }
        tell(AppKind.OFFICIAL_ACCOUNT, person, content);
    }

    /** 模版消息发送任务完成. */
    void templateSent(Person person, long msgId, String status) {
        Map<String, Object> content = event(AppKind.OFFICIAL_ACCOUNT, person, "TEMPLATESENDJOBFINISH");
        content.put("MsgID", msgId);
        content.put("Status", status);
        tell(AppKind.OFFICIAL_ACCOUNT, person, content);
    }

    /** 订阅消息弹窗: scene 0 is a mini-program's page, 1 a web page. */
    void popup(AppKind kind, Person person, List<String> templateIds, String choice) {
        String scene = kind == AppKind.MINI_PROGRAM ? "0" : "1";
        subscribe(
                kind,
                person,
                "subscribe_msg_popup_event",
                "SubscribeMsgPopupEvent",
                templateIds.stream()
                        .map(id -> Json.object("TemplateId", id, "SubscribeStatusString", choice, "PopupScene", scene))
                        .toList());
    }

    /** 订阅消息设置: only what was refused there. */
    void refusedInSettings(AppKind kind, Person person, List<String> templateIds) {
        subscribe(
                kind,
                person,
                "subscribe_msg_change_event",
                "SubscribeMsgChangeEvent",
                templateIds.stream()
                        .map(id -> Json.object("TemplateId", id, "SubscribeStatusString", "reject"))
                        .toList());
    }

    /** 订阅消息发送结果. */
    void subscribeSent(AppKind kind, Person person, String templateId, long msgId, boolean success) {
        subscribe(
                kind,
                person,
                "subscribe_msg_sent_event",
                "SubscribeMsgSentEvent",
                List.of(Json.object(
                        "TemplateId",
                        templateId,
                        "MsgID",
                        Long.toString(msgId),
                        "ErrorCode",
                        success ? "0" : "-1",
                        "ErrorStatus",
                        success ? "success" : "system failed")));
    }

    /** 音视频内容安全识别结果; {@code suggest} is empty when the picture could not be fetched. */
    void mediaChecked(Person person, String traceId, String suggest, int label) {
        Map<String, Object> content = event(AppKind.MINI_PROGRAM, person, "wxa_media_check");
        content.put("appid", apps.of(AppKind.MINI_PROGRAM).appId());
        content.put("trace_id", traceId);
        content.put("version", 2);
        if (suggest.isEmpty()) {
            content.put("detail", List.of());
            content.put("errcode", -1008);
            content.put("errmsg", "下载错误,请检查媒体链接是否有效");
        } else {
            content.put(
                    "detail",
                    List.of(Json.object(
                            "strategy",
                            "content_model",
                            "errcode",
                            0,
                            "suggest",
                            suggest,
                            "label",
                            label,
                            "prob",
                            90)));
            content.put("errcode", 0);
            content.put("errmsg", "ok");
            content.put("result", Json.object("suggest", suggest, "label", label));
        }
        tell(AppKind.MINI_PROGRAM, person, content);
    }

    /** In XML the list is nested, in JSON it stands at the top: one entry as an object, several as an array. */
    private void subscribe(AppKind kind, Person person, String event, String nest, List<Map<String, Object>> list) {
        Map<String, Object> content = event(kind, person, event);
        if (apps.of(kind).push().format() == PushFormat.XML) {
            content.put(nest, Json.object("List", list));
        } else {
            content.put("CreateTime", Long.toString(clock.seconds()));
            content.put("List", list.size() == 1 ? list.get(0) : list);
        }
        tell(kind, person, content);
    }

    private Map<String, Object> event(AppKind kind, Person person, String event) {
        Map<String, Object> content = start(kind, person, "event");
        content.put("Event", event);
        return content;
    }

    private Map<String, Object> start(AppKind kind, Person person, String messageType) {
        return Json.object(
                "ToUserName", apps.of(kind).originalId(),
                "FromUserName", person.openId(kind),
                "CreateTime", clock.seconds(),
                "MsgType", messageType);
    }

    private void tell(AppKind kind, Person person, Map<String, Object> content) {
        pushes.tell(kind, person.openId(kind), content);
    }
}
