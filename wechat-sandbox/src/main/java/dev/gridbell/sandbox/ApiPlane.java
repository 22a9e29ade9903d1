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
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
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

    private void take(Context context, String path, Endpoint.Needs needs, Endpoint endpoint) {
        Optional<Fault> hang = strike(Fault.Kind.HANG, path);
        if (hang.isPresent()) {
            context.future(() -> CompletableFuture.runAsync(() -> Connections.cut(context), after(hang.get())));
            return;
        }
        Optional<Fault> latency = strike(Fault.Kind.LATENCY, path);
        if (latency.isPresent()) {
            context.future(() ->
                    CompletableFuture.runAsync(() -> handle(context, path, needs, endpoint), after(latency.get())));
            return;
        }
        handle(context, path, needs, endpoint);
    }

    private void handle(Context context, String path, Endpoint.Needs needs, Endpoint endpoint) {
        if (strike(Fault.Kind.RESET, path).isPresent()) {
            Connections.cut(context);
        } else if (strike(Fault.Kind.HTTP_502, path).isPresent()) {
            context.status(502).contentType("text/html").result(BAD_GATEWAY);
        } else if (strike(Fault.Kind.EMPTY_BODY, path).isPresent()) {
            context.contentType(JSON).result("");
        } else {
            answer(context, path, work(context, path, needs, endpoint));
        }
    }

    private Object work(Context context, String path, Endpoint.Needs needs, Endpoint endpoint) {
        try {
            AppKind caller = needs == Endpoint.Needs.NO_TOKEN ? null : caller(context, path, needs);
            strike(Fault.Kind.ERRCODE, path).ifPresent(fault -> {
                throw new WechatRefusal(fault.code(), fault.code() == -1 ? "system error" : "made by the sandbox");
            });
            return endpoint.answer(new ApiCall(caller, path, context.queryParamMap(), body(context), upload(context)));
        } catch (WechatRefusal refusal) {
            return error(refusal);
        } catch (IOException broken) {
            return error(new WechatRefusal(41005, "media data missing"));
        } catch (JacksonException malformed) {
            return error(new WechatRefusal(47001, "data format error hint: [sandbox]"));
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
        if (strike(Fault.Kind.ANSWER_LOST, path).isPresent()) {
            Connections.cut(context);
        } else if (answer instanceof Endpoint.File file) {
            context.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                    .contentType(file.contentType())
                    .result(file.content());
        } else {
            byte[] json = Json.write(answer).getBytes(UTF_8);
            boolean half = strike(Fault.Kind.TRUNCATED_JSON, path).isPresent();
            context.contentType(JSON).result(half ? Arrays.copyOf(json, json.length / 2) : json);
        }
    }

    private Map<String, Object> error(WechatRefusal refusal) {
        return Json.object(
                "errcode", refusal.code(), "errmsg", refusal.text() + " rid: " + Randoms.rid(platform.clock.seconds()));
    }

    private Optional<Fault> strike(Fault.Kind kind, String path) {
        return platform.faults.strike(kind, path);
    }

    private static Executor after(Fault fault) {
        return CompletableFuture.delayedExecutor(fault.millis(), TimeUnit.MILLISECONDS);
    }
}
