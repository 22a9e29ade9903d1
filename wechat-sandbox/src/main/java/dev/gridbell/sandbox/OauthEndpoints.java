package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 网页授权: the page at open.weixin.qq.com and what follows. WeChat knows who opens the page by the phone; here the address says
 * it with {@code sandbox_person}, or the page asks.
 */
final class OauthEndpoints {
    private static final String PERSON = "sandbox_person";

    private final Platform platform;

    OauthEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api, RoutesConfig routes) {
        Endpoint.Needs none = Endpoint.Needs.NO_TOKEN;
        api.get("/sns/oauth2/access_token", none, this::accessToken)
                .get("/sns/oauth2/refresh_token", none, this::refreshToken)
                .get("/sns/userinfo", none, this::userInfo)
                .get("/sns/auth", none, this::auth);
        routes.get("/connect/oauth2/authorize", Controls.guarded(this::authorize));
    }

    private void authorize(Context context) {
        Map<String, List<String>> query = context.queryParamMap();
        if (!one(query, "appid").equals(platform.appId(AppKind.OFFICIAL_ACCOUNT))) {
            throw ControlRefusal.bad("appid 不是这个公众号的（微信错误 10003 之类的页面），请检查网址");
        }
        if (!one(query, "response_type").equals("code")) {
            throw ControlRefusal.bad("response_type 请写 code");
        }
        OauthGrants.Scope scope = Controls.choice(OauthGrants.Scope.values(), one(query, "scope"), "scope");
        URI back = Controls.httpUrl(one(query, "redirect_uri"));
        if (one(query, PERSON).isEmpty()) {
            ask(context);
            return;
        }
        Person person = platform.people.require(one(query, PERSON), AppKind.OFFICIAL_ACCOUNT);
        platform.ledger.add("oauth", "personId", person.id(), "scope", scope);
        String joint = back.getQuery() == null ? "?" : "&";
        context.redirect(back + joint + "code=" + platform.oauth.code(person, scope) + "&state="
                + URLEncoder.encode(one(query, "state"), UTF_8));
    }

    /** A page on which a person is chosen. */
    private void ask(Context context) {
        StringBuilder page =
                new StringBuilder("<!doctype html><meta charset=utf-8><title>网页授权</title><h1>谁在打开这个网页？</h1>");
        for (Person person : platform.people.all()) {
            String address = "?" + context.queryString() + "&" + PERSON + "=" + person.id();
            page.append("<p><a href=\"")
                    .append(escaped(address))
                    .append("\">")
                    .append(escaped(person.nickname()))
                    .append("</a></p>");
        }
        context.contentType("text/html; charset=utf-8").result(page.toString().getBytes(UTF_8));
    }

    private Object accessToken(ApiCall call) {
        SandboxApp app = platform.apps.require(call.query("appid"), call.query("secret"));
        if (app.kind() != AppKind.OFFICIAL_ACCOUNT || !call.query("grant_type").equals("authorization_code")) {
            throw new WechatRefusal(40002, "invalid grant_type");
        }
        return describe(platform.oauth.redeem(call.query("code")));
    }

    private Object refreshToken(ApiCall call) {
        if (!call.query("appid").equals(platform.appId(AppKind.OFFICIAL_ACCOUNT))) {
            throw new WechatRefusal(40013, "invalid appid");
        }
        return describe(platform.oauth.refresh(call.query("refresh_token")));
    }

    private Object userInfo(ApiCall call) {
        OauthGrants.Grant grant = granted(call);
        if (grant.scope() == OauthGrants.Scope.snsapi_base) {
            throw new WechatRefusal(48001, "api unauthorized");
        }
        return Json.object(
                "openid",
                grant.person().openId(AppKind.OFFICIAL_ACCOUNT),
                "nickname",
                grant.person().nickname(),
                "sex",
                0,
                "language",
                "",
                "city",
                "",
                "province",
                "",
                "country",
                "",
                "headimgurl",
                "",
                "privilege",
                List.of(),
                "unionid",
                grant.person().unionId());
    }

    private Object auth(ApiCall call) {
        granted(call);
        return ApiPlane.ok();
    }

    /** The token's grant, if the token belongs to that openid. */
    private OauthGrants.Grant granted(ApiCall call) {
        OauthGrants.Grant grant = platform.oauth.check(call.query("access_token"));
        Person person = platform.people.requireOpenId(AppKind.OFFICIAL_ACCOUNT, call.query("openid"));
        if (person != grant.person()) {
            throw WechatRefusal.invalidOpenId();
        }
        return grant;
    }

    private static Map<String, Object> describe(OauthGrants.Issued issued) {
        Map<String, Object> answer = Json.object(
                "access_token", issued.token(),
                "expires_in", OauthGrants.LIFE.toSeconds(),
                "refresh_token", issued.refresher(),
                "openid", issued.grant().person().openId(AppKind.OFFICIAL_ACCOUNT),
                "scope", issued.grant().scope().name());
        if (issued.grant().scope() == OauthGrants.Scope.snsapi_userinfo) {
            answer.put("unionid", issued.grant().person().unionId());
        }
        return answer;
    }

    private static String one(Map<String, List<String>> query, String name) {
        return Optional.ofNullable(query.get(name))
                .filter(values -> !values.isEmpty())
                .map(values -> values.get(0))
                .orElse("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
