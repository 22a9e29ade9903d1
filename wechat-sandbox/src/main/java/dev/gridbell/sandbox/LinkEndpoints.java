package dev.gridbell.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;

/** Links that open the mini-program: URL Link, URL Scheme, 短链. */
final class LinkEndpoints {
    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]{0,1024}");
    private static final long LONGEST = Duration.ofDays(30).toSeconds();
    private static final int KEPT = 10_000;

    private final Platform platform;
    private final Map<String, Map<String, Object>> links = Collections.synchronizedMap(new RecentMap<>(KEPT));

    LinkEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        Endpoint.Needs mini = Endpoint.Needs.MINI_PROGRAM;
        api.post("/wxa/generate_urllink", mini, this::link)
                .post("/wxa/query_urllink", mini, this::query)
                .post("/wxa/generatescheme", mini, this::scheme)
                .post("/wxa/genwxashortlink", mini, this::shortLink);
    }

    private Object link(ApiCall call) {
        Map<String, Object> about = about(call.text("path"), call.text("query"), call);
        platform.quotas.spendToday(Quotas.LINK_DAY, platform.appId(AppKind.MINI_PROGRAM));
        String link = "https://wxaurl.cn/" + Randoms.letters(11);
        links.put(link, about);
        return ApiPlane.ok("url_link", link);
    }

    private Object scheme(ApiCall call) {
        var jump = call.body().path("jump_wxa");
        about(Json.text(jump, "path"), Json.text(jump, "query"), call);
        platform.quotas.spendToday(Quotas.LINK_DAY, platform.appId(AppKind.MINI_PROGRAM));
        return ApiPlane.ok("openlink", "weixin://dl/business/?t=" + Randoms.letters(11));
    }

    private Object query(ApiCall call) {
        Map<String, Object> found = links.get(call.text("url_link"));
        if (found == null) {
            throw new WechatRefusal(40097, "invalid args");
        }
        return ApiPlane.ok("url_link_info", found, "visit_openid", "");
    }

    private Object shortLink(ApiCall call) {
        String page = call.text("page_url");
        if (page.isEmpty() || page.startsWith("/") || page.length() > 1_024) {
            throw new WechatRefusal(40225, "invalid page");
        }
        return ApiPlane.ok("link", "#小程序://网格叮咚/" + Randoms.letters(15));
    }

    /** A link lives thirty days at most. */
    private Map<String, Object> about(String path, String query, ApiCall call) {
        if (!ASCII.matcher(path).matches()) {
            throw new WechatRefusal(40165, "invalid weapp pagepath");
        }
        if (!ASCII.matcher(query).matches()) {
            throw new WechatRefusal(40212, "invalid query");
        }
        long now = platform.clock.seconds();
        long until = call.body().path("expire_type").asInt(0) == 1
                ? now
                        + Duration.ofDays(call.body().path("expire_interval").asLong(30))
                                .toSeconds()
                : call.body().path("expire_time").asLong(now + LONGEST);
        if (until <= now || until > now + LONGEST) {
            throw new WechatRefusal(85401, "expire time invalid");
        }
        return Json.object(
                "appid", platform.appId(AppKind.MINI_PROGRAM),
                "path", path,
                "query", query,
                "create_time", now,
                "expire_time", until,
                "env_version", call.body().path("env_version").asString("release"));
    }
}
