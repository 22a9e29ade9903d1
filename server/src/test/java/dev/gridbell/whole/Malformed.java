package dev.gridbell.whole;

import dev.gridbell.testing.Http;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests that are wrong in one or several ways, from the API document. The same seed makes the same requests. */
final class Malformed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final List<String> OTHER_METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND", "FOO", "TRACE");

    private final JsonNode document;
    private final GoodBodies bodies;
    private final List<String[]> operations = new ArrayList<>();
    private final Random dice;

    private Malformed(JsonNode document, GoodBodies bodies, long seed) {
        this.document = document;
        this.bodies = bodies;
        this.dice = new Random(seed);
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(
                        new String[] {operation.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey()})));
        // Else the callers would sign themselves out.
        operations.removeIf(operation -> operation[1].equals("/api/signin/signout")
                || operation[1].equals("/api/signin/refresh")
                || operation[1].equals("/api/resident/erasure"));
    }

    static Malformed of(Http server, long seed) {
        return new Malformed(server.get("/v3/api-docs").expect(200).json(), GoodBodies.of(server), seed);
    }

    int operations() {
        return operations.size();
    }

    /**
     * One request.
     *
     * @param what  method and path as the document says
     * @param how   what is wrong with it
     * @param bytes as they go over the wire
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Call(String what, String how, byte[] bytes) {}

    /** @param token of the caller, null: nobody */
    Call next(@Nullable String token) {
        String[] operation = pick(operations);
        Draft draft = new Draft(operation[0], operation[1], token);
        int wrongs = 1 + (dice.nextInt(4) == 0 ? 1 : 0);
        for (int i = 0; i < wrongs; i++) {
            spoil(draft, operation);
        }
        return new Call(operation[0] + " " + operation[1], String.join(" + ", draft.how), draft.bytes());
    }

    private void spoil(Draft draft, String[] operation) {
        boolean takesBody = bodies.takesBody(operation[0], operation[1]);
        boolean takesId = operation[1].contains("{");
        switch (dice.nextInt(takesBody ? 10 : 7)) {
            case 0 -> query(draft, operation);
            case 1 -> header(draft);
            case 2 -> {
                draft.method = pick(OTHER_METHODS);
                draft.how.add("method " + draft.method);
            }
            case 3 -> query(draft, operation);
            case 4, 5 -> {
                if (takesId) {
                    draft.id = pick(Poison.IDS);
                    draft.how.add("id " + Poison.cut(draft.id));
                } else {
                    header(draft);
                }
            }
            case 6 -> {
                draft.contentType = pick(Poison.CONTENT_TYPES);
                draft.how.add("content type " + Poison.cut(draft.contentType));
            }
            case 7 -> {
                draft.body = pick(Poison.BODIES);
                draft.how.add("body of " + draft.body.length + " bytes");
            }
            default -> field(draft, operation);
        }
    }

    private void field(Draft draft, String[] operation) {
        JsonNode good = JSON.valueToTree(bodies.full(operation[0], operation[1]));
        List<String> names = new ArrayList<>(good.propertyNames());
        if (names.isEmpty()) {
            return;
        }
        String name = pick(names);
        String value = pick(Poison.VALUES);
        Map<String, String> members = new LinkedHashMap<>();
        good.properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().toString()));
        // Sometimes inside a nested object or list.
        members.put(
                name,
                switch (dice.nextInt(4)) {
                    case 0 -> "[" + value + "]";
                    case 1 -> "{\"latitude\":" + value + ",\"longitude\":104.07}";
                    default -> value;
                });
        List<String> texts = new ArrayList<>();
        members.forEach((key, text) -> texts.add("\"" + key + "\":" + text));
        draft.body = ("{" + String.join(",", texts) + "}").getBytes(StandardCharsets.UTF_8);
        draft.how.add(name + "=" + Poison.cut(value));
    }

    private void query(Draft draft, String[] operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : document.path("paths")
                .path(operation[1])
                .path(operation[0].toLowerCase(java.util.Locale.ROOT))
                .path("parameters")) {
            if (parameter.path("in").asString().equals("query")) {
                names.add(parameter.path("name").asString());
            }
        }
        String name = names.isEmpty() || dice.nextInt(6) == 0 ? pick(Poison.NAMES) : pick(names);
        String value = pick(Poison.QUERY_VALUES);
        draft.query += (draft.query.isEmpty() ? "?" : "&") + name + "=" + value;
        draft.how.add("query " + Poison.cut(name + "=" + value));
    }

    private void header(Draft draft) {
        String[] header = pick(Poison.HEADERS);
        draft.headers.put(header[0], header[1]);
        draft.how.add("header " + header[0] + "=" + Poison.cut(header[1]));
    }

    private <T> T pick(List<T> from) {
        return from.get(dice.nextInt(from.size()));
    }

    /** A request that is being spoilt. */
    private final class Draft {

        private final String path;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final List<String> how = new ArrayList<>();
        private String method;
        private String id = "1";
        private String query = "";
        private @Nullable String contentType;
        private byte[] body = new byte[0];

        Draft(String method, String path, @Nullable String token) {
            this.method = method;
            this.path = path;
            headers.put("Host", "127.0.0.1");
            headers.put("Connection", "close");
            headers.put("Idempotency-Key", "fuzz-" + dice.nextInt(Integer.MAX_VALUE));
            if (token != null) {
                headers.put("Authorization", "Bearer " + token);
            }
            if (bodies.takesBody(method, path)) {
                body = JSON.writeValueAsBytes(bodies.least(method, path));
                contentType = "application/json";
            }
        }

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String target = VARIABLE.matcher(path).replaceAll(Matcher.quoteReplacement(id)) + query;
            StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            if (contentType != null) {
                head.append("Content-Type: ").append(contentType).append("\r\n");
            }
            if (!headers.containsKey("Content-Length") && (body.length > 0 || method.startsWith("P"))) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            out.writeBytes(body);
            return out.toByteArray();
        }
    }
}
