package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** 客服消息: what an app says in its chat, within the windows that WeChat gives it. */
final class Chats {
    static final String PATH = "/cgi-bin/message/custom/send";
    private static final int LONGEST_TEXT = 2_048;

    private final Platform platform;

    Chats(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.post(PATH, Endpoint.Needs.ANY_TOKEN, this::send);
    }

    /** What shows in the chat: words, and what a tap on them opens. */
    private record Bubble(String text, String page) {}

    private Object send(ApiCall call) {
        AppKind app = call.app();
        Person person = platform.people.requireOpenId(app, call.text("touser"));
        Bubble bubble = bubble(call);
        if (app == AppKind.OFFICIAL_ACCOUNT && person.blacklisted()) {
            throw WechatRefusal.blacklisted();
        }
        person.spendChat(app, platform.clock.instant());
        String msgId = Long.toString(platform.randoms.messageId());
        person.show(PhoneMessage.chat(app, false, bubble.text, bubble.page, platform.now(), msgId));
        platform.ledger.count("send." + PhoneMessage.Channel.chatOf(app));
        platform.ledger.add(
                "send",
                "channel",
                PhoneMessage.Channel.chatOf(app),
                "openid",
                person.openId(app),
                "personId",
                person.id(),
                "msgid",
                msgId,
                "text",
                bubble.text);
        return ApiPlane.ok();
    }

    private Bubble bubble(ApiCall call) {
        String type = call.text("msgtype");
        JsonNode part = call.body().path(type);
        boolean official = call.app() == AppKind.OFFICIAL_ACCOUNT;
        return switch (type) {
            case "text" -> words(Json.text(part, "content"));
            case "image" -> file("[图片]", part);
            case "miniprogrampage" -> program(part, official);
            case "voice", "video" -> onlyOf(official, file(type.equals("voice") ? "[语音]" : "[视频]", part));
            case "news" -> onlyOf(official, article(part));
            case "msgmenu" -> onlyOf(official, choices(part));
            case "link" -> onlyOf(!official, titled("[链接] ", part, "url"));
            default -> throw invalidType();
        };
    }

    private static Bubble onlyOf(boolean allowed, Bubble bubble) {
        if (!allowed) {
            throw invalidType();
        }
        return bubble;
    }

    private static Bubble words(String content) {
        if (content.isEmpty()) {
            throw new WechatRefusal(44004, "empty content");
        }
        if (content.getBytes(UTF_8).length > LONGEST_TEXT) {
            throw new WechatRefusal(45002, "content size out of limit");
        }
        return new Bubble(content, "");
    }

    private Bubble file(String words, JsonNode part) {
        Media.Stored file = platform.media.require(Json.text(part, "media_id"));
        return new Bubble(words, Pictures.PATH + file.id());
    }

    private Bubble program(JsonNode part, boolean official) {
        if (official && !Json.text(part, "appid").equals(platform.appId(AppKind.MINI_PROGRAM))) {
            throw new WechatRefusal(40013, "invalid appid");
        }
        platform.media.require(Json.text(part, "thumb_media_id"));
        return titled("[小程序] ", part, "pagepath");
    }

    /** Since 2018 there may be one article only. */
    private static Bubble article(JsonNode part) {
        if (part.path("articles").size() != 1) {
            throw new WechatRefusal(45008, "article size out of limit");
        }
        return titled("[图文] ", part.path("articles").path(0), "url");
    }

    private static Bubble choices(JsonNode part) {
        List<String> lines = new ArrayList<>();
        lines.add(Json.text(part, "head_content"));
        part.path("list").forEach(choice -> lines.add("· " + Json.text(choice, "content")));
        lines.add(Json.text(part, "tail_content"));
        return words(String.join("\n", lines).strip());
    }

    private static Bubble titled(String mark, JsonNode part, String page) {
        String title = Json.text(part, "title");
        if (title.isEmpty() || Json.text(part, page).isEmpty()) {
            throw new WechatRefusal(44004, "empty content");
        }
        return new Bubble(mark + title, Json.text(part, page));
    }

    private static WechatRefusal invalidType() {
        return new WechatRefusal(40008, "invalid message type");
    }
}
