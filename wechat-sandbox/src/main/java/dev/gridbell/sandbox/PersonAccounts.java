package dev.gridbell.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people decide about their account: block an account's messages, take a permission back, close the account, share data. */
final class PersonAccounts {
    private static final int MOST_DAYS = 31;

    private final Platform platform;

    PersonAccounts(Platform platform) {
        this.platform = platform;
    }

    void register(RoutesConfig routes) {
        routes.post("/sandbox/people/{id}/block", Controls.guarded(this::block))
                .post("/sandbox/people/{id}/authorization", Controls.guarded(this::authorization))
                .post("/sandbox/people/{id}/risk", Controls.guarded(this::risk))
                .post("/sandbox/people/{id}/profile", Controls.guarded(this::profile))
                .post("/sandbox/people/{id}/werun", Controls.guarded(this::steps));
    }

    /** What happens to what a person had allowed. */
    enum Change {
        /** 用户撤回: the app has to delete what it got by that permission. */
        REVOKE("user_authorization_revoke"),
        /** 用户完成注销: the openid is dead. */
        CANCELLATION("user_authorization_cancellation");

        final String event;

        Change(String event) {
            this.event = event;
        }
    }

    /** Blocking sends nothing: the account finds out by the receipts. */
    private void block(Context context) {
        Person person = platform.people.require(context.pathParam("id"));
        person.block(Controls.body(context).path("blocked").asBoolean(true));
        Controls.answer(context, person.describe());
    }

    /** Tells one app, or both; after a cancellation they answer 40003 for this person. */
    private void authorization(Context context) {
        JsonNode wish = Controls.body(context);
        Change change = Controls.choice(Change.values(), Json.text(wish, "event"), "event");
        for (AppKind app : apps(Json.text(wish, "app"))) {
            Person person = platform.people.require(context.pathParam("id"), app);
            platform.ledger.add(
                    "event", "event", change.event, "app", app, "personId", person.id(), "openid", person.openId(app));
            if (change == Change.CANCELLATION) {
                platform.people.forget(person, app);
                person.leave(app);
                platform.tags.forget(person.openId(app));
            }
            platform.events.authorizationChanged(app, person, change, Json.text(wish, "revokeInfo"));
        }
        Controls.answer(
                context, platform.people.require(context.pathParam("id")).describe());
    }

    private void risk(Context context) {
        int rank = Controls.body(context).path("rank").asInt(-1);
        if (rank < 0 || rank > 4) {
            throw ControlRefusal.bad("rank 请写 0 到 4");
        }
        Person person = platform.people.require(context.pathParam("id"));
        person.risk(rank);
        Controls.answer(context, person.describe());
    }

    /** What {@code wx.getUserProfile} gives: readable, signed and sealed. */
    private void profile(Context context) {
        Person person = signedIn(context);
        Map<String, Object> profile = Json.object("nickName", person.nickname(), "gender", 0, "language", "zh_CN");
        String rawData = Json.write(profile);
        String key = person.sessionKey();
        profile.put("openId", person.openId(AppKind.MINI_PROGRAM));
        profile.put("unionId", person.unionId());
        SessionData sealed = SessionData.seal(key, Json.write(watermarked(profile)));
        Controls.answer(
                context,
                Json.object(
                        "rawData", rawData,
                        "signature", SessionData.sign(rawData, key),
                        "encryptedData", sealed.encryptedData(),
                        "iv", sealed.iv()));
    }

    /** What {@code wx.getWeRunData} gives: {@code steps} of the last days, the last one today's; at most thirty-one. */
    private void steps(Context context) {
        Person person = signedIn(context);
        JsonNode wish = Controls.body(context).path("steps");
        if (wish.size() > MOST_DAYS) {
            throw ControlRefusal.bad("steps 最多写 31 天");
        }
        LocalDate first = platform.clock.day().minusDays(Math.max(0, wish.size() - 1L));
        List<Map<String, Object>> days = new ArrayList<>();
        wish.forEach(day -> days.add(Json.object(
                "timestamp",
                first.plusDays(days.size())
                        .atStartOfDay(platform.clock.getZone())
                        .toEpochSecond(),
                "step",
                day.asInt(0))));
        String plain = Json.write(watermarked(Json.object("stepInfoList", days)));
        SessionData sealed = SessionData.seal(person.sessionKey(), plain);
        Controls.answer(context, Json.object("encryptedData", sealed.encryptedData(), "iv", sealed.iv()));
    }

    private Map<String, Object> watermarked(Map<String, Object> data) {
        data.put(
                "watermark",
                Json.object("timestamp", platform.clock.seconds(), "appid", platform.appId(AppKind.MINI_PROGRAM)));
        return data;
    }

    private Person signedIn(Context context) {
        Person person = platform.people.require(context.pathParam("id"), AppKind.MINI_PROGRAM);
        if (person.sessionKey().isEmpty()) {
            throw ControlRefusal.bad("这个人还没有登录过小程序，请先取 login-code 并由服务端登录");
        }
        return person;
    }

    private static List<AppKind> apps(String name) {
        return name.isEmpty()
                ? Arrays.asList(AppKind.values())
                : List.of(Controls.choice(AppKind.values(), name, "app"));
    }
}
