package dev.gridbell.sandbox;

import java.util.Map;

/** 接口调用凭据: token and stable_token. */
final class TokenEndpoints {
    private final Platform platform;

    TokenEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.get("/cgi-bin/token", Endpoint.Needs.NO_TOKEN, this::token)
                .post("/cgi-bin/stable_token", Endpoint.Needs.NO_TOKEN, this::stableToken);
    }

    private Object token(ApiCall call) {
        requireGrantType(call.query("grant_type"));
        SandboxApp app = platform.requireSecret(call.query("appid"), call.query("secret"));
        platform.quotas.spendToday(Quotas.TOKEN_DAY, app.appId());
        return grant(call, app, platform.tokens.issueClassic(app.kind()), false);
    }

    private Object stableToken(ApiCall call) {
        requireGrantType(call.text("grant_type"));
        SandboxApp app = platform.requireSecret(call.text("appid"), call.text("secret"));
        platform.quotas.spendThisMinute(Quotas.STABLE_TOKEN_MINUTE, app.appId());
        platform.quotas.spendToday(Quotas.STABLE_TOKEN_DAY, app.appId());
        boolean force = call.body().path("force_refresh").asBoolean(false);
        return grant(call, app, platform.tokens.stable(app.kind(), force), force);
    }

    private Map<String, Object> grant(ApiCall call, SandboxApp app, Tokens.Grant grant, boolean force) {
        long seconds = platform.faults
                .strike(Fault.Kind.SHORT_EXPIRY, call.path())
                .map(fault -> fault.millis() / 1_000)
                .orElse(grant.seconds());
        platform.ledger.add(
                "token",
                "app",
                app.kind(),
                "endpoint",
                call.path(),
                "force",
                force,
                "fresh",
                grant.fresh(),
                "expiresIn",
                seconds);
        return Json.object("access_token", grant.token(), "expires_in", seconds);
    }

    private static void requireGrantType(String grantType) {
        if (!grantType.equals("client_credential")) {
            throw new WechatRefusal(40002, "invalid grant_type");
        }
    }
}
