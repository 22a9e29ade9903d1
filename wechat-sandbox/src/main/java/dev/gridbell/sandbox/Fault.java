package dev.gridbell.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** One thing that goes wrong on purpose, at random with a seed or a number of times. */
final class Fault {
    static final String PUSH = "push";
    static final String EVERYWHERE = "*";

    private final String endpoint;
    private final Kind kind;
    private final double probability;
    private final long millis;
    private final int code;
    private final SplittableRandom random;
    private long left;
    private long hits;

    private Fault(String endpoint, Kind kind, JsonNode wish) {
        this.endpoint = endpoint;
        this.kind = kind;
        this.probability = wish.path("probability").asDouble(1.0);
        this.left = wish.path("count").asLong(Long.MAX_VALUE);
        this.millis = wish.path("millis").asLong(kind.millis);
        this.code = wish.path("code").asInt(-1);
        this.random = new SplittableRandom(wish.path("seed").asLong(42));
    }

    /** What can go wrong; the table in the README says what each one does. */
    enum Kind {
        LATENCY("latency", 1_000),
        HANG("hang", 10_000),
        RESET("reset", 0),
        HTTP_502("http502", 0),
        EMPTY_BODY("emptyBody", 0),
        TRUNCATED_JSON("truncatedJson", 0),
        ERRCODE("errcode", 0),
        ANSWER_LOST("answerLost", 0),
        TOKEN_INVALID("tokenInvalid", 0),
        SHORT_EXPIRY("shortExpiry", 150_000),
        SYSTEM_FAILED("systemFailed", 0),
        WRONG_CONTENT_TYPE("wrongContentType", 0),
        ANSWER_LATE("answerLate", 1_000),
        CONSENT_TAKEN("consentTaken", 0),
        UNFOLLOWED("unfollowed", 0),
        MEDIA_NEVER("mediaNever", 0),
        MEDIA_UNREACHABLE("mediaUnreachable", 0),
        PUSH_LOST("pushLost", 0),
        PUSH_DUPLICATE("pushDuplicate", 0),
        PUSH_DELAYED("pushDelayed", 5_000),
        PUSH_OUT_OF_ORDER("pushOutOfOrder", 3_000),
        PUSH_WRONG_SIGNATURE("pushWrongSignature", 0),
        PUSH_WRONG_APP_ID("pushWrongAppId", 0),
        PUSH_PLAIN("pushPlain", 0),
        PUSH_COMPAT("pushCompat", 0),
        PUSH_DOCTYPE("doctype", 0),
        PUSH_REPLAYED("pushReplayed", 3_600_000),
        PUSH_BURST("pushBurst", 1_000),
        PUSH_SAME_SECOND("pushSameSecond", 0),
        PUSH_NO_MESSAGE_ID("pushNoMessageId", 0),
        PUSH_LIST_ARRAY("pushListArray", 0);

        private final String word;
        private final long millis;

        Kind(String word, long millis) {
            this.word = word;
            this.millis = millis;
        }

        boolean ofPushes() {
            return ordinal() >= PUSH_LOST.ordinal();
        }

        private static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }

        private static String words() {
            return String.join(
                    "、", Arrays.stream(values()).map(kind -> kind.word).toList());
        }
    }

    /** Reads the body of {@code PUT /sandbox/faults}. */
    static Fault parse(JsonNode wish) {
        Kind kind =
                Kind.of(Json.text(wish, "kind")).orElseThrow(() -> ControlRefusal.bad("kind 不认识，可用的有：" + Kind.words()));
        String endpoint = wish.path("endpoint").asString(EVERYWHERE);
        boolean push = endpoint.equals(PUSH) || endpoint.startsWith(PUSH + ":");
        boolean fits = endpoint.equals(EVERYWHERE) || (kind.ofPushes() ? push : endpoint.startsWith("/"));
        if (!fits) {
            throw ControlRefusal.bad("endpoint 与 kind 不相配：接口故障请写路径（如 /cgi-bin/token），推送故障请写 push，全部请写 *");
        }
        Fault fault = new Fault(endpoint, kind, wish);
        if (!(fault.probability > 0 && fault.probability <= 1)) {
            throw ControlRefusal.bad("probability 请写大于 0、不大于 1 的数");
        }
        if (fault.left < 1 || fault.millis < 0 || fault.millis > 86_400_000) {
            throw ControlRefusal.bad("count 请写 1 以上的整数，millis 请写 0 到 86400000");
        }
        return fault;
    }

    boolean concerns(Kind wanted, String place) {
        return kind == wanted
                && (endpoint.equals(EVERYWHERE)
                        || endpoint.equals(place)
                        || (endpoint.equals(PUSH) && place.startsWith(PUSH + ":")));
    }

    /** Whether it strikes this time; counts down if it does. */
    synchronized boolean strikes() {
        if (left == 0 || random.nextDouble() >= probability) {
            return false;
        }
        left--;
        hits++;
        return true;
    }

    long millis() {
        return millis;
    }

    int code() {
        return code;
    }

    synchronized Map<String, Object> describe() {
        return Json.object(
                "endpoint", endpoint,
                "kind", kind.word,
                "probability", probability,
                "left", left == Long.MAX_VALUE ? -1 : left,
                "millis", millis,
                "code", code,
                "hits", hits);
    }
}
