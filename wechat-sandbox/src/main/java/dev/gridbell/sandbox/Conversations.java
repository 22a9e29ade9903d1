package dev.gridbell.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What people do in the chats: say, show a picture or a place, tap the menu. */
final class Conversations {
    private static final int LONGEST_TEXT = 2_000;
    private static final int USUAL_SCALE = 15;

    private final Platform platform;

    Conversations(Platform platform) {
        this.platform = platform;
    }

    void register(RoutesConfig routes) {
        routes.post("/sandbox/people/{id}/say", Controls.guarded(this::say))
                .post("/sandbox/people/{id}/picture", Controls.guarded(this::picture))
                .post("/sandbox/people/{id}/place", Controls.guarded(this::place))
                .post("/sandbox/people/{id}/enter", Controls.guarded(this::enter))
                .post("/sandbox/people/{id}/click", Controls.guarded(this::click));
    }

    private void say(Context context) {
        JsonNode wish = Controls.body(context);
        AppKind app = app(Json.text(wish, "app"));
        String text = Phones.required(wish, "text", LONGEST_TEXT);
        said(context, app, text, "", "text", "Content", text);
    }

    /** The app finds the picture under {@code PicUrl}, and for three days under its {@code MediaId}. */
    private void picture(Context context) throws IOException {
        AppKind app = app(Optional.ofNullable(context.queryParam("app")).orElse(""));
        actor(context, app);
        byte[] content = Pictures.wished(context);
        Media.Stored kept = platform.media.keep(content, Media.contentType(content));
        String page = Pictures.PATH + kept.id();
        said(context, app, "[图片]", page, "image", "PicUrl", Pictures.origin(context) + page, "MediaId", kept.id());
    }

    private void place(Context context) {
        JsonNode wish = Controls.body(context);
        double latitude = degrees(wish, "latitude", 90);
        double longitude = degrees(wish, "longitude", 180);
        String label = Phones.required(wish, "label", 200);
        said(
                context,
                AppKind.OFFICIAL_ACCOUNT,
                "[位置] " + label,
                "",
                "location",
                "Location_X",
                latitude,
                "Location_Y",
                longitude,
                "Scale",
                wish.path("scale").asInt(USUAL_SCALE),
                "Label",
                label);
    }

    /** Opens the chat inside the mini-program. */
    private void enter(Context context) {
        Person person = actor(context, AppKind.MINI_PROGRAM);
        person.visited(platform.clock.instant());
        person.tapped(AppKind.MINI_PROGRAM, platform.clock.instant());
        record(person, AppKind.MINI_PROGRAM, "user_enter_tempsession");
        platform.events.enteredChat(person, Json.text(Controls.body(context), "sessionFrom"));
        Controls.answer(context, person.describe());
    }

    /** Taps the menu; as long as none was created, any key will do. */
    private void click(Context context) {
        Person person = actor(context, AppKind.OFFICIAL_ACCOUNT);
        String key = Phones.required(Controls.body(context), "key", 128);
        Menus.Button button = platform.menus.current().isEmpty()
                ? new Menus.Button("click", "", key, "", "", "", List.of())
                : platform.menus.find(key).orElseThrow(() -> ControlRefusal.bad("菜单里没有这一项，请写菜单按钮的 key 或名称"));
        if (button.type().equals("click")) {
            person.tapped(AppKind.OFFICIAL_ACCOUNT, platform.clock.instant());
        }
        record(person, AppKind.OFFICIAL_ACCOUNT, platform.events.menuTapped(person, button, platform.menus.menuId()));
        Controls.answer(context, person.describe());
    }

    private void said(Context context, AppKind app, String words, String page, String messageType, Object... pairs) {
        Person person = actor(context, app);
        long msgId = platform.randoms.messageId();
        PhoneMessage bubble = PhoneMessage.chat(app, true, words, page, platform.now(), Long.toString(msgId));
        person.said(app, bubble, platform.clock.instant());
        platform.events.said(app, person, messageType, msgId, pairs);
        platform.ledger.add("said", "personId", person.id(), "app", app, "openid", person.openId(app), "text", words);
        Controls.answer(context, person.describe());
    }

    private void record(Person person, AppKind app, String event) {
        platform.ledger.add("event", "event", event, "personId", person.id(), "openid", person.openId(app));
    }

    /** Only a follower has the official account's chat; everybody has the mini-program's. */
    private Person actor(Context context, AppKind app) {
        Person person = platform.people.require(context.pathParam("id"), app);
        if (app == AppKind.OFFICIAL_ACCOUNT && !person.following()) {
            throw ControlRefusal.bad("这个人还没有关注公众号，请先 POST …/follow");
        }
        return person;
    }

    private static AppKind app(String name) {
        return name.isEmpty() ? AppKind.OFFICIAL_ACCOUNT : Controls.choice(AppKind.values(), name, "app");
    }

    private static double degrees(JsonNode wish, String field, int most) {
        double degrees = wish.path(field).asDouble(Double.NaN);
        if (!(Math.abs(degrees) <= most)) {
            throw ControlRefusal.bad(field + " 请写 -" + most + " 到 " + most + " 的度数");
        }
        return degrees;
    }
}
