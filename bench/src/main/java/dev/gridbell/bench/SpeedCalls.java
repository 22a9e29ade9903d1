package dev.gridbell.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What residents do most, each in the words of one HTTP call (a booking with the call that calls it off again), at whoever answers in the server's place. */
final class SpeedCalls {

    /** Words that say which call is meant; the bare Tomcat goes by them alone. */
    static final String SUBMIT = "submit";

    static final String BOOK = "book";
    static final String CALL_OFF = "call off";
    static final String LIST = "my requests";
    static final String DETAIL = "detail";
    static final String OPENINGS = "openings";
    static final String SIGN_IN = "sign in";

    /** What a client brings along. */
    interface Tokens {
        String of(int client, String call);
    }

    private final Http http;
    private final Tokens tokens;
    private final List<String> starts;
    private final List<String> requests;
    private final List<Queue<String>> codes;

    /**
     * Calls of as many clients as there are starts.
     *
     * @param starts   when each client books
     * @param requests which request each looks at
     * @param codes    to sign in with, for each client
     */
    SpeedCalls(Http http, Tokens tokens, List<String> starts, List<String> requests, List<Queue<String>> codes) {
        this.http = http;
        this.tokens = tokens;
        this.starts = List.copyOf(starts);
        this.requests = List.copyOf(requests);
        this.codes = List.copyOf(codes);
    }

    Http.Answer submit(int client, String key) throws IOException, InterruptedException {
        Map<String, String> body = Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运，气味很大，请尽快处理。");
        return post(client, SUBMIT, "/api/resident/requests", key, body).expect(201);
    }

    Http.Answer book(int client, String key) throws IOException, InterruptedException {
        Map<String, String> body = Map.of("start", starts.get(client), "purpose", "SAFETY_CHECK");
        return post(client, BOOK, "/api/resident/visits", key, body).expect(201);
    }

    Http.Answer callOff(int client, String visit) throws IOException, InterruptedException {
        return post(
                        client,
                        CALL_OFF,
                        "/api/resident/visits/" + visit + "/cancellation",
                        null,
                        Map.of("reason", "临时有事，改日再约。"))
                .expect(200);
    }

    Http.Answer list(int client) throws IOException, InterruptedException {
        return get(client, LIST, "/api/resident/requests");
    }

    Http.Answer detail(int client) throws IOException, InterruptedException {
        return get(client, DETAIL, "/api/resident/requests/" + requests.get(client));
    }

    Http.Answer openings(int client) throws IOException, InterruptedException {
        return get(client, OPENINGS, "/api/resident/visit-openings");
    }

    /** @throws IllegalStateException if there is no code left */
    Http.Answer signIn(int client) throws IOException, InterruptedException {
        String code = codes.get(client).poll();
        if (code == null) {
            throw new IllegalStateException("no code left to sign in with");
        }
        return http.call("POST", "/api/signin/wechat", anonymous(client), null, Map.of("code", code))
                .expect(200);
    }

    /** One call that needs nothing of others, by its name. */
    Http.Answer call(String name, int client) throws IOException, InterruptedException {
        return switch (name) {
            case SUBMIT -> submit(client, UUID.randomUUID().toString());
            case LIST -> list(client);
            case DETAIL -> detail(client);
            case OPENINGS -> openings(client);
            case SIGN_IN -> signIn(client);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** One unit of work by its name: a call, or a booking and its end. */
    void once(String name, int client) throws IOException, InterruptedException {
        if (name.equals(BOOK)) {
            callOff(client, book(client, UUID.randomUUID().toString()).at("/id"));
        } else {
            call(name, client);
        }
    }

    /** Whoever signs in brings no token to the server, and its number to the bare Tomcat. */
    private @Nullable String anonymous(int client) {
        String token = tokens.of(client, SIGN_IN);
        return token.isEmpty() ? null : token;
    }

    private Http.Answer get(int client, String call, String path) throws IOException, InterruptedException {
        return http.call("GET", path, tokens.of(client, call), null, null).expect(200);
    }

    private Http.Answer post(int client, String call, String path, @Nullable String key, @Nullable Object body)
            throws IOException, InterruptedException {
        return http.call("POST", path, tokens.of(client, call), key, body);
    }
}
