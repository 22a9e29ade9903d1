package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The frame round every endpoint: tokens before, the form of answers and errors after, and faults in between. */
final class ApiPlane {
    private static final String JSON = "application/json; encoding=utf-8";
    private static final String BAD_GATEWAY =
            "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
                    + "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

    private final Platform platform;
    private final RoutesConfig routes;

    ApiPlane(Platform platform, RoutesConfig routes) {
        this.platform = platform;
        this.routes = routes;
    }

    ApiPlane get(String path, Endpoint.Needs needs, Endpoint endpoint) {
        routes.get(path, context -> take(context, path, needs, endpoint));
        return this;
    }

    ApiPlane post(String path, Endpoint.Needs needs, Endpoint endpoint) {
        routes.post(path, context -> take(context, path, needs, endpoint));
        return this;
    }

    /** The plain {@code errcode:0} answer with what else belongs to it. */
    static Map<String, Object> ok(Object... pairs) {
        Map<String, Object> answer = Json.object("errcode", 0, "errmsg", "ok");
        answer.putAll(Json.object(pairs));
        return answer;
    }

    /** An answer that is ready and may have to wait before it leaves. */
    @FunctionalInterface
    private interface Prepared {
        void leave();
    }

    private void take(Context context, String path, Endpoint.Needs needs, Endpoint endpoint) {
        Optional<Fault> hang = strike(Fault.Kind.HANG, path);
        if (hang.isPresent()) {
            context.future(() -> CompletableFuture.runAsync(
                    () -> Connections.cut(context), platform.later.by(hang.get().millis())));
            return;
        }
        long before = strike(Fault.Kind.LATENCY, path).map(Fault::millis).orElse(0L);
        long after = platform.quotas.limit(Quotas.ANSWER_MILLIS)
                + strike(Fault.Kind.ANSWER_LATE, path).map(Fault::millis).orElse(0L);
        if (before == 0 && after == 0) {
            prepare(context, path, needs, endpoint).leave();
            return;
        }
        CompletableFuture<Prepared> prepared = before == 0
                ? CompletableFuture.completedFuture(prepare(context, path, needs, endpoint))
                : CompletableFuture.supplyAsync(
                        () -> prepare(context, path, needs, endpoint), platform.later.by(before));
        context.future(() -> prepared.thenAcceptAsync(Prepared::leave, platform.later.by(after)));
    }

    /** Does the work now; what is given back writes the answer. */
    private Prepared prepare(Context context, String path, Endpoint.Needs needs, Endpoint endpoint) {
        if (strike(Fault.Kind.RESET, path).isPresent()) {
            return () -> Connections.cut(context);
        }
        if (strike(Fault.Kind.HTTP_502, path).isPresent()) {
            return () -> context.status(502).contentType("text/html").result(BAD_GATEWAY);
        }
        if (strike(Fault.Kind.EMPTY_BODY, path).isPresent()) {
            return () -> context.contentType(JSON).result("");
        }
        Object answer = work(context, path, needs, endpoint);
        if (strike(Fault.Kind.ANSWER_LOST, path).isPresent()) {
            return () -> Connections.cut(context);
        }
        return () -> answer(context, path, answer);
    }

    private Object work(Context context, String path, Endpoint.Needs needs, Endpoint endpoint) {
        try {
            AppKind caller = needs == Endpoint.Needs.NO_TOKEN ? null : caller(context, path, needs);
            strike(Fault.Kind.ERRCODE, path).ifPresent(fault -> {
                throw new WechatRefusal(fault.code(), fault.code() == -1 ? "system error" : "made by the sandbox");
            });
            return endpoint.answer(new ApiCall(caller, path, context.queryParamMap(), body(context), upload(context)));
        } catch (WechatRefusal refusal) {
            return error(context, refusal);
        } catch (IOException broken) {
            return error(context, new WechatRefusal(41005, "media data missing"));
        } catch (JacksonException malformed) {
            return error(context, new WechatRefusal(47001, "data format error hint: [sandbox]"));
        }
    }

    private @Nullable AppKind caller(Context context, String path, Endpoint.Needs needs) {
        AppKind kind = platform.tokens.check(context.queryParam("access_token"));
        strike(Fault.Kind.TOKEN_INVALID, path).ifPresent(fault -> {
            throw new WechatRefusal(40001, "invalid credential, access_token is invalid or not latest");
        });
        if (needs != Endpoint.Needs.ANY_TOKEN && !needs.name().equals(kind.name())) {
            throw new WechatRefusal(48001, "api unauthorized");
        }
        return kind;
    }

    private static JsonNode body(Context context) {
        if (context.method().equals(HandlerType.GET) || context.isMultipartFormData()) {
            return Json.read(new byte[0]);
        }
        byte[] bytes = context.bodyAsBytes();
        if (bytes.length == 0) {
            throw new WechatRefusal(44002, "empty post data");
        }
        return Json.read(bytes);
    }

    private static ApiCall.@Nullable Upload upload(Context context) throws IOException {
        if (!context.isMultipartFormData() || context.uploadedFiles().isEmpty()) {
            return null;
        }
        byte[] content = context.uploadedFiles().get(0).content().readAllBytes();
        return new ApiCall.Upload(content, Pictures.origin(context));
    }

    private void answer(Context context, String path, Object answer) {
        if (answer instanceof Endpoint.File file) {
            context.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                    .contentType(file.contentType())
                    .result(file.content());
            return;
        }
        byte[] json = Json.write(answer).getBytes(UTF_8);
        boolean half = strike(Fault.Kind.TRUNCATED_JSON, path).isPresent();
        boolean isPicture =
                isError(answer) && strike(Fault.Kind.WRONG_CONTENT_TYPE, path).isPresent();
        context.contentType(isPicture ? "image/jpeg" : JSON).result(half ? Arrays.copyOf(json, json.length / 2) : json);
    }

    private static boolean isError(Object answer) {
        return answer instanceof Map<?, ?> fields && fields.get("errcode") instanceof Integer code && code != 0;
    }

    private Map<String, Object> error(Context context, WechatRefusal refusal) {
        String rid = Randoms.rid(platform.clock.seconds());
        Map<String, Object> answer = Json.object("errcode", refusal.code(), "errmsg", refusal.text() + " rid: " + rid);
        platform.mishaps.remember(
                rid,
                Json.object(
                        "invoke_time", platform.clock.seconds(),
                        "cost_in_ms", 1,
                        "request_url", String.valueOf(context.queryString()),
                        "request_body", context.isMultipartFormData() ? "" : context.body(),
                        "response_body", Json.write(answer),
                        "client_ip", context.ip()));
        return answer;
    }

    private Optional<Fault> strike(Fault.Kind kind, String path) {
        return platform.faults.strike(kind, path);
    }
}
