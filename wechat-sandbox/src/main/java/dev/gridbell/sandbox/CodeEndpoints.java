package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** 二维码: pictures a phone could scan. */
final class CodeEndpoints {
    private static final Pattern SCENE = Pattern.compile("[0-9A-Za-z!#$&'()*+,/:;=?@\\-._~]{1,32}");
    private static final Pattern VERSION = Pattern.compile("release|trial|develop");
    private static final long LONGEST = Duration.ofDays(30).toSeconds();
    private static final long SHORTEST = 30;

    private final Platform platform;

    CodeEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.post("/wxa/getwxacodeunlimit", Endpoint.Needs.MINI_PROGRAM, this::unlimited)
                .post("/cgi-bin/qrcode/create", Endpoint.Needs.OFFICIAL_ACCOUNT, this::create)
                .get("/cgi-bin/showqrcode", Endpoint.Needs.NO_TOKEN, call -> picture(call.query("ticket")))
                .post("/wxa/getwxacode", Endpoint.Needs.MINI_PROGRAM, call -> counted(call, 1_024))
                .post("/cgi-bin/wxaapp/createwxaqrcode", Endpoint.Needs.MINI_PROGRAM, call -> counted(call, 128));
    }

    /** Of these two kinds an app can have 100,000 together, for ever. */
    private Object counted(ApiCall call, int longest) {
        String path = call.text("path");
        if (path.isEmpty() || path.startsWith("/") || path.getBytes(UTF_8).length > longest) {
            throw new WechatRefusal(40159, "invalid length for path, or the data is not json string");
        }
        platform.quotas.spendForGood(Quotas.CODES, platform.appId(AppKind.MINI_PROGRAM));
        platform.ledger.add("code", "scene", path, "page", path);
        return picture(path);
    }

    private Object unlimited(ApiCall call) {
        String scene = call.text("scene");
        boolean allowed = SCENE.matcher(scene).matches()
                && !call.text("page").startsWith("/")
                && !call.text("page").contains("?")
                && VERSION.matcher(call.body().path("env_version").asString("release"))
                        .matches();
        if (!allowed) {
            throw new WechatRefusal(40097, "invalid args");
        }
        platform.ledger.add("code", "scene", scene, "page", call.text("page"));
        return picture(scene);
    }

    private static Endpoint.File picture(String scene) {
        return new Endpoint.File(CodePicture.png(scene), "image/png", "code.png");
    }

    /** 生成带参数的二维码; the ticket carries the scene, so that {@code /scan} and the picture agree. */
    private Object create(ApiCall call) {
        String action = call.text("action_name");
        JsonNode scene = call.body().path("action_info").path("scene");
        String name = action.contains("STR")
                ? Json.text(scene, "scene_str")
                : scene.path("scene_id").asString("");
        if (!action.matches("QR_(LIMIT_)?(STR_)?SCENE") || name.isEmpty() || name.length() > 64) {
            throw new WechatRefusal(40053, "invalid action info");
        }
        String ticket = ticket(name);
        platform.ledger.add("code", "scene", name, "ticket", ticket);
        Map<String, Object> answer = Json.object("ticket", ticket);
        if (!action.startsWith("QR_LIMIT")) {
            answer.put(
                    "expire_seconds",
                    Math.min(LONGEST, call.body().path("expire_seconds").asLong(SHORTEST)));
        }
        answer.put("url", "http://weixin.qq.com/q/" + Randoms.openId("qr|" + name));
        return answer;
    }

    /** The same scene always has the same ticket. */
    static String ticket(String scene) {
        return "gQ" + Randoms.openId("ticket|" + scene) + Randoms.openId("ticket2|" + scene) + "==";
    }
}
