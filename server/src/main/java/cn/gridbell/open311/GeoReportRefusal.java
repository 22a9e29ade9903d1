package cn.gridbell.open311;

import cn.gridbell.platform.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A "no" of GeoReport v2: 404 for what does not exist, 403 for a key that is missing or wrong, 400 for anything else, 429 beside the
 * specification. Each description is for the user to read.
 */
final class GeoReportRefusal extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient List<String> descriptions;

    private GeoReportRefusal(HttpStatus status, String kind, List<String> descriptions) {
        super(status, "open311", kind, "无法办理", String.join(" ", descriptions));
        this.descriptions = List.copyOf(descriptions);
    }

    static GeoReportRefusal notFound(String description) {
        return new GeoReportRefusal(HttpStatus.NOT_FOUND, "not-found", List.of(description));
    }

    static GeoReportRefusal noKey() {
        return new GeoReportRefusal(
                HttpStatus.FORBIDDEN,
                "no-key",
                List.of("Missing or invalid api_key -- can't proceed. api_key 缺失、无效或没有权限，请联系街道管理员。"));
    }

    static GeoReportRefusal invalid(String description) {
        return invalid(List.of(description));
    }

    static GeoReportRefusal invalid(List<String> descriptions) {
        return new GeoReportRefusal(HttpStatus.BAD_REQUEST, "invalid", descriptions);
    }

    static GeoReportRefusal tooMany() {
        GeoReportRefusal refusal = new GeoReportRefusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many",
                List.of("Too many requests, try again in a minute. 访问过于频繁，请一分钟后再试。"));
        refusal.with("retryAfterSeconds", 60);
        return refusal;
    }

    List<String> descriptions() {
        return descriptions;
    }
}
