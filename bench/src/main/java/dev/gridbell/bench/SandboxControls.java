package dev.gridbell.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The switches of the WeChat sandbox. */
final class SandboxControls {

    static final String TEMPLATE = "/cgi-bin/message/template/send";
    static final String SUBSCRIBE = "/cgi-bin/message/subscribe/send";
    static final String EVERYWHERE = "*";

    private final Http http;

    SandboxControls(Installation installation) {
        this.http = new Http(installation.sandboxBase());
    }

    /**
     * Lets something go wrong from now on.
     *
     * @param more name, value, name, value: {@code probability}, {@code count}, {@code seed}, {@code millis}, {@code code}
     */
    void fault(String kind, String endpoint, Object... more) throws IOException, InterruptedException {
        Map<String, Object> wish = new LinkedHashMap<>(Map.of("kind", kind, "endpoint", endpoint));
        for (int i = 0; i < more.length; i += 2) {
            wish.put((String) more[i], more[i + 1]);
        }
        http.call("PUT", "/sandbox/faults", null, null, wish).expect(200);
    }

    /** Nothing goes wrong on purpose any more. */
    void calm() throws IOException, InterruptedException {
        http.call("DELETE", "/sandbox/faults", null, null, null).expect(200);
    }

    /** How often faults of a kind struck. */
    long hits(String kind) throws IOException, InterruptedException {
        long hits = 0;
        JsonNode items = http.call("GET", "/sandbox/faults", null, null, null)
                .expect(200)
                .json()
                .at("/items");
        for (JsonNode item : items) {
            hits += item.path("kind").asString("").equals(kind)
                    ? item.path("hits").asLong(0)
                    : 0;
        }
        return hits;
    }

    void limit(String name, long calls) throws IOException, InterruptedException {
        http.call("PUT", "/sandbox/limits", null, null, Map.of(name, calls)).expect(200);
    }

    /** The access tokens of both apps stop working. */
    void revokeTokens() throws IOException, InterruptedException {
        http.call("POST", "/sandbox/tokens/revocation", null, null, Map.of()).expect(200);
    }

    /** What a person's phone does. */
    Http.Answer phone(String person, String control, Object body) throws IOException, InterruptedException {
        Http.Answer answer = http.call("POST", "/sandbox/people/" + person + "/" + control, null, null, body);
        if (answer.status() >= 300) {
            throw new IllegalStateException(control + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    /** Somebody with a phone. @return the sandbox's answer: id and openids */
    JsonNode person(String nickname, String phone) throws IOException, InterruptedException {
        return http.call("POST", "/sandbox/people", null, null, Map.of("nickname", nickname, "phone", phone))
                .expect(201)
                .json();
    }

    /** A page of the ledger after an entry. */
    JsonNode ledger(long since) throws IOException, InterruptedException {
        return http.call("GET", "/sandbox/ledger?since=" + since, null, null, null)
                .expect(200)
                .json();
    }
}
