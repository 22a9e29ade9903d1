package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The sandbox's own switches: ledger, faults, clock, limits, where pushes go. */
final class Controls {
    private static final int PAGE = 10_000;
    private static final long FARTHEST_SECONDS = Duration.ofDays(3_650).toSeconds();

    private final Platform platform;

    Controls(Platform platform) {
        this.platform = platform;
    }

    void register(RoutesConfig routes) {
        routes.get("/sandbox/ledger", guarded(this::ledger))
                .get("/sandbox/ledger/totals", guarded(context -> answer(context, platform.ledger.totals())))
                .get("/sandbox/faults", guarded(this::faults))
                .put("/sandbox/faults", guarded(this::addFault))
                .delete("/sandbox/faults", guarded(this::clearFaults))
                .get("/sandbox/clock", guarded(this::clock))
                .put("/sandbox/clock", guarded(this::setClock))
                .put("/sandbox/limits", guarded(this::setLimits))
                .get("/sandbox/push-targets", guarded(this::pushTargets))
                .put("/sandbox/push-targets", guarded(this::setPushTargets))
                .post("/sandbox/tokens/revocation", guarded(this::revokeTokens))
                .get("/sandbox/templates", guarded(this::templates))
                .put("/sandbox/templates/{id}", guarded(this::retype))
                .post("/sandbox/reset", guarded(this::reset));
    }

    /** Turns refusals and malformed JSON into a Chinese answer. */
    static Handler guarded(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (ControlRefusal refusal) {
                answer(context.status(refusal.status()), Json.object("error", refusal.sentence()));
            } catch (JacksonException malformed) {
                answer(context.status(400), Json.object("error", "请求内容不是正确的 JSON，请检查后重发"));
            }
        };
    }

    static void answer(Context context, Object body) {
        context.contentType("application/json; charset=utf-8")
                .result(Json.write(body).getBytes(UTF_8));
    }

    static JsonNode body(Context context) {
        JsonNode body = Json.read(context.bodyAsBytes());
        if (!body.isObject()) {
            throw ControlRefusal.bad("请求内容应是一个 JSON 对象");
        }
        return body;
    }

    private void ledger(Context context) {
        int limit = (int) Math.min(PAGE, number(context, "limit", PAGE));
        byte[] page = platform.ledger.since(number(context, "since", 0), limit, platform.pushes.underWay());
        context.contentType("application/json; charset=utf-8").result(page);
    }

    static long number(Context context, String name, long otherwise) {
        String text = Optional.ofNullable(context.queryParam(name)).orElse("");
        if (!text.isEmpty() && !text.matches("\\d{1,9}")) {
            throw ControlRefusal.bad(name + " 请写不超过九位的整数");
        }
        return text.isEmpty() ? otherwise : Long.parseLong(text);
    }

    private void faults(Context context) {
        answer(context, Json.object("items", platform.faults.describe()));
    }

    private void addFault(Context context) {
        platform.faults.add(Fault.parse(body(context)));
        faults(context);
    }

    private void clearFaults(Context context) {
        platform.faults.clear();
        faults(context);
    }

    private void clock(Context context) {
        answer(
                context,
                Json.object(
                        "now",
                        platform.now(),
                        "offsetSeconds",
                        platform.clock.offset().toSeconds()));
    }

    private void setClock(Context context) {
        JsonNode offset = body(context).path("offsetSeconds");
        if (!offset.isIntegralNumber() || Math.abs(offset.asLong(0)) > FARTHEST_SECONDS) {
            throw ControlRefusal.bad("offsetSeconds 请写整数秒，前后不超过十年");
        }
        platform.clock.offset(Duration.ofSeconds(offset.asLong(0)));
        clock(context);
    }

    private void setLimits(Context context) {
        body(context).properties().forEach(limit -> {
            if (!limit.getValue().isIntegralNumber() || limit.getValue().asLong(-1) < 0) {
                throw ControlRefusal.bad("限额请写 0 以上的整数");
            }
            platform.quotas.limit(limit.getKey(), limit.getValue().asLong(0));
        });
        answer(context, platform.quotas.limits());
    }

    private void pushTargets(Context context) {
        answer(
                context,
                Json.object(
                        "officialAccount", describe(AppKind.OFFICIAL_ACCOUNT),
                        "miniProgram", describe(AppKind.MINI_PROGRAM)));
    }

    private Map<String, Object> describe(AppKind kind) {
        PushSettings push = platform.apps.of(kind).push();
        return Json.object("url", push.url().toString(), "mode", push.mode(), "format", push.format());
    }

    /** Takes a URL as text, or an object with url, mode and format; {@code verify} asks the URL as WeChat's console does. */
    private void setPushTargets(Context context) {
        JsonNode wish = body(context);
        aim(AppKind.OFFICIAL_ACCOUNT, wish.path("officialAccount"));
        aim(AppKind.MINI_PROGRAM, wish.path("miniProgram"));
        if (wish.path("verify").asBoolean(false)) {
            answer(
                    context,
                    Json.object(
                            "officialAccount", platform.pushes.verify(platform.apps.of(AppKind.OFFICIAL_ACCOUNT)),
                            "miniProgram", platform.pushes.verify(platform.apps.of(AppKind.MINI_PROGRAM))));
        } else {
            pushTargets(context);
        }
    }

    private void aim(AppKind kind, JsonNode wish) {
        String url = wish.isObject() ? Json.text(wish, "url") : wish.asString("");
        if (!url.isEmpty()) {
            platform.apps.aim(kind, httpUrl(url));
        }
        if (wish.has("mode")) {
            platform.apps.protect(kind, choice(PushMode.values(), Json.text(wish, "mode"), "mode"));
        }
        if (wish.has("format")) {
            PushFormat format = choice(PushFormat.values(), Json.text(wish, "format"), "format");
            if (kind == AppKind.OFFICIAL_ACCOUNT && format != PushFormat.XML) {
                throw ControlRefusal.bad("公众号的推送只有 XML 一种格式");
            }
            platform.apps.format(kind, format);
        }
    }

    /** An absolute http or https address, else refused. */
    static URI httpUrl(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && String.valueOf(uri.getScheme()).startsWith("http")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // answered below like any other text that is no URL
        }
        throw ControlRefusal.bad("网址请写完整的，以 http:// 或 https:// 开头");
    }

    static <E extends Enum<E>> E choice(E[] values, String name, String field) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlRefusal.bad(field + " 只能是 " + Arrays.toString(values)));
    }

    private void revokeTokens(Context context) {
        String app = Json.text(body(context), "app");
        Arrays.stream(AppKind.values())
                .filter(kind -> app.isEmpty() || kind.name().equals(app))
                .forEach(platform.tokens::revoke);
        answer(context, Json.object("revoked", true));
    }

    private void templates(Context context) {
        answer(
                context,
                Json.object(
                        "items",
                        Arrays.stream(AppKind.values())
                                .flatMap(kind -> platform.templates.of(kind).stream())
                                .map(template -> Json.object(
                                        "id", template.id(),
                                        "app", template.kind(),
                                        "title", template.title(),
                                        "type", template.type(),
                                        "bySubscription", template.bySubscription(),
                                        "content", template.content()))
                                .toList()));
    }

    private void retype(Context context) {
        platform.templates.retype(
                context.pathParam("id"), choice(Template.Type.values(), Json.text(body(context), "type"), "type"));
        templates(context);
    }

    private void reset(Context context) {
        platform.reset(body(context).path("tokens").asBoolean(false));
        answer(context, Json.object("reset", true));
    }
}
