package dev.gridbell.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who somebody is: 小程序登录, 手机号, 用户管理. */
final class PersonEndpoints {
    private static final int MOST_AT_ONCE = 100;

    private final Platform platform;

    PersonEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.get("/sns/jscode2session", Endpoint.Needs.NO_TOKEN, this::session)
                .post("/wxa/business/getuserphonenumber", Endpoint.Needs.MINI_PROGRAM, this::phoneNumber)
                .get("/cgi-bin/user/info", Endpoint.Needs.OFFICIAL_ACCOUNT, call -> user(call.query("openid")))
                .post("/cgi-bin/user/info/batchget", Endpoint.Needs.OFFICIAL_ACCOUNT, this::users)
                .get("/wxa/checksession", Endpoint.Needs.MINI_PROGRAM, this::checkSession)
                .get("/wxa/resetusersessionkey", Endpoint.Needs.MINI_PROGRAM, this::resetSession)
                .post("/wxa/getuserriskrank", Endpoint.Needs.MINI_PROGRAM, this::risk);
    }

    /** The answer carries no errcode; the token WxJava adds to the query is not looked at. */
    private Object session(ApiCall call) {
        SandboxApp app = platform.requireSecret(call.query("appid"), call.query("secret"));
        if (app.kind() != AppKind.MINI_PROGRAM) {
            throw new WechatRefusal(40013, "invalid appid");
        }
        if (!call.query("grant_type").equals("authorization_code")) {
            throw new WechatRefusal(40002, "invalid grant_type");
        }
        Person person = owner(platform.codes.redeem(call.query("js_code"), Codes.Purpose.LOGIN));
        platform.quotas.spendThisMinute(Quotas.LOGIN_MINUTE, person.id());
        person.visited(platform.clock.instant());
        platform.ledger.add("login", "openid", person.openId(AppKind.MINI_PROGRAM));
        return Json.object(
                "session_key", person.renewSession(),
                "openid", person.openId(AppKind.MINI_PROGRAM),
                "unionid", person.unionId());
    }

    /** Whether the server still has the key of the last login. */
    private Object checkSession(ApiCall call) {
        signed(call);
        return ApiPlane.ok();
    }

    private Object resetSession(ApiCall call) {
        Person person = signed(call);
        return ApiPlane.ok("openid", person.openId(AppKind.MINI_PROGRAM), "session_key", person.renewSession());
    }

    private Person signed(ApiCall call) {
        Person person = platform.people.requireOpenId(AppKind.MINI_PROGRAM, call.query("openid"));
        if (!call.query("sig_method").equals("hmac_sha256")) {
            throw new WechatRefusal(40097, "invalid args");
        }
        if (person.sessionKey().isEmpty() || !call.query("signature").equals(SessionData.proof(person.sessionKey()))) {
            throw new WechatRefusal(87009, "invalid signature");
        }
        return person;
    }

    private Object risk(ApiCall call) {
        Person person = platform.people.requireOpenId(AppKind.MINI_PROGRAM, call.text("openid"));
        if (!call.text("appid").equals(platform.appId(AppKind.MINI_PROGRAM))) {
            throw new WechatRefusal(40013, "invalid appid");
        }
        int scene = call.body().path("scene").asInt(-1);
        if ((scene != 0 && scene != 1) || call.text("client_ip").isEmpty()) {
            throw new WechatRefusal(47001, "data format error");
        }
        return ApiPlane.ok("unoin_id", platform.clock.seconds(), "risk_rank", person.risk());
    }

    private Object phoneNumber(ApiCall call) {
        Person person = owner(platform.codes.redeem(call.text("code"), Codes.Purpose.PHONE));
        platform.ledger.add("phone", "openid", person.openId(AppKind.MINI_PROGRAM));
        return ApiPlane.ok(
                "phone_info",
                Json.object(
                        "phoneNumber", person.phone(),
                        "purePhoneNumber", person.phone(),
                        "countryCode", 86,
                        "watermark",
                                Json.object(
                                        "timestamp", platform.clock.seconds(),
                                        "appid", platform.appId(AppKind.MINI_PROGRAM))));
    }

    /** The same person, or 40003 if the account was closed after the code was given. */
    private Person owner(Person person) {
        return platform.people.requireOpenId(AppKind.MINI_PROGRAM, person.openId(AppKind.MINI_PROGRAM));
    }

    /** Someone who does not follow is a number and nothing else. */
    private Map<String, Object> user(String openId) {
        Person person = platform.people.requireOpenId(AppKind.OFFICIAL_ACCOUNT, openId);
        if (!person.following()) {
            return Json.object("subscribe", 0, "openid", openId);
        }
        return Json.object(
                "subscribe", 1,
                "openid", openId,
                "nickname", "",
                "sex", 0,
                "language", "zh_CN",
                "city", "",
                "province", "",
                "country", "",
                "headimgurl", "",
                "subscribe_time", person.followedAt().getEpochSecond(),
                "unionid", person.unionId(),
                "remark", "",
                "groupid", 0,
                "tagid_list", platform.tags.of(openId),
                "subscribe_scene", "ADD_SCENE_SEARCH",
                "qr_scene", 0,
                "qr_scene_str", "");
    }

    private Object users(ApiCall call) {
        JsonNode wanted = call.body().path("user_list");
        if (wanted.size() > MOST_AT_ONCE) {
            throw new WechatRefusal(40130, "invalid openid list size, at least two openid");
        }
        List<Map<String, Object>> found = new ArrayList<>();
        wanted.forEach(one -> found.add(user(Json.text(one, "openid"))));
        return Json.object("user_info_list", found);
    }
}
