package dev.gridbell.sandbox;

import java.util.List;
import java.util.Map;

/** What is about the account and its calls: addresses, quotas, what went wrong. */
final class AccountEndpoints {
    private static final Map<String, String> QUOTAS = Map.of(
            "/cgi-bin/token",
            Quotas.TOKEN_DAY,
            "/cgi-bin/stable_token",
            Quotas.STABLE_TOKEN_DAY,
            Sends.TEMPLATE,
            Quotas.TEMPLATE_DAY,
            Sends.SUBSCRIBE,
            Quotas.SUBSCRIBE_DAY,
            "/wxa/generate_urllink",
            Quotas.LINK_DAY);

    private final Platform platform;

    AccountEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        Endpoint.Needs either = Endpoint.Needs.ANY_TOKEN;
        api.get("/cgi-bin/getcallbackip", either, call -> addresses())
                .get("/cgi-bin/get_api_domain_ip", either, call -> addresses())
                .post("/cgi-bin/callback/check", either, this::checkCallback)
                .post("/cgi-bin/clear_quota", either, this::clearQuota)
                .post("/cgi-bin/openapi/quota/get", either, this::quota)
                .post("/cgi-bin/openapi/rid/get", either, this::mishap)
                .get("/cgi-bin/ticket/getticket", either, call -> ticket());
    }

    private static Object addresses() {
        return Json.object("ip_list", List.of("127.0.0.1"));
    }

    private Object checkCallback(ApiCall call) {
        if (!call.text("action").matches("dns|ping|all")) {
            throw new WechatRefusal(40201, "invalid url");
        }
        String operator = call.body().path("check_operator").asString("DEFAULT");
        if (!operator.matches("CHINANET|UNICOM|CAP|DEFAULT")) {
            throw new WechatRefusal(40202, "invalid check_operator");
        }
        String host = platform.apps.of(call.app()).push().url().getHost();
        return Json.object(
                "dns", List.of(Json.object("ip", host, "real_operator", operator)),
                "ping",
                        List.of(Json.object(
                                "ip", host, "from_operator", operator, "package_loss", "0%", "time", "23.079ms")));
    }

    private Object clearQuota(ApiCall call) {
        String appId = platform.appId(call.app());
        if (!call.text("appid").equals(appId)) {
            throw new WechatRefusal(40013, "invalid appid");
        }
        platform.quotas.clear(appId);
        return ApiPlane.ok();
    }

    private Object quota(ApiCall call) {
        String name = QUOTAS.get(call.text("cgi_path"));
        if (name == null) {
            throw new WechatRefusal(76021, "cgi_path not found, please check");
        }
        long limit = platform.quotas.limit(name);
        long used = platform.quotas.usedToday(name, platform.appId(call.app()));
        return ApiPlane.ok("quota", Json.object("daily_limit", limit, "used", used, "remain", limit - used));
    }

    private Object mishap(ApiCall call) {
        return ApiPlane.ok(
                "request",
                platform.mishaps.find(call.text("rid")).orElseThrow(() -> new WechatRefusal(76001, "rid not found")));
    }

    private static Object ticket() {
        return ApiPlane.ok("ticket", "sandboxTicket" + Randoms.letters(73), "expires_in", Tokens.LIFE.toSeconds());
    }
}
