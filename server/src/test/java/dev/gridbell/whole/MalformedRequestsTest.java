package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.People;
import dev.gridbell.testing.RawHttp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Malformed requests by the thousand, made from the API document. {@code -Dgridbell.fuzz.requests=} and {@code -Dgridbell.fuzz.seed=} choose others;
 * {@code bench/run fuzz} runs many.
 */
@GridbellTest
@TestPropertySource(properties = "test.context=strangers")
class MalformedRequestsTest {

    private static final int REQUESTS = Integer.getInteger("gridbell.fuzz.requests", 4_000);
    private static final long SEED = Long.getLong("gridbell.fuzz.seed", 20261127L);
    private static final Duration LONGEST = Duration.ofSeconds(Long.getLong("gridbell.fuzz.seconds", 50L));
    private static final int THREADS = 4;

    private static final Pattern INSIDES = Pattern.compile("Exception|StackTrace|\\tat |\\bat"
            + " (java|org|cn|tools|com)\\.|SQLSTATE|\\bSELECT\\b|\\bINSERT\\b|\\bUPDATE\\b|\\bFROM\\b|\\bWHERE\\b|jdbc:"
            + "|ibatis|MariaDB|MySQL|org\\.springframework|Tomcat|timestamp\"");

    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]{4,}");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Environment environment;

    @Test
    void nothingMalformedIsAnsweredByAFailureOrShowsTheInsides() throws Exception {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        List<@Nullable String> tokens = Arrays.asList(
                people.resident().token(),
                people.staff("HL001").token(),
                people.staff("HL041").token(),
                people.staff("HL046").token(),
                null);
        Map<String, String> wrong = new ConcurrentHashMap<>();
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger operations = new AtomicInteger();
        long end = System.nanoTime() + LONGEST.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> workers = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                Malformed requests = Malformed.of(people.server(), SEED + t);
                operations.set(requests.operations());
                workers.add(() -> {
                    for (int i = 0; i < REQUESTS / THREADS && System.nanoTime() < end; i++) {
                        Malformed.Call call = requests.next(tokens.get(i % tokens.size()));
                        RawHttp.Answer answer = RawHttp.send(port, call.bytes());
                        sent.incrementAndGet();
                        statuses.merge(answer.status(), 1, Integer::sum);
                        String verdict = judge(call, answer);
                        if (!verdict.isEmpty()) {
                            wrong.putIfAbsent(
                                    call.what() + " | " + verdict,
                                    call.how() + " -> " + answer.status() + " "
                                            + answer.text()
                                                    .substring(
                                                            0,
                                                            Math.min(
                                                                    300,
                                                                    answer.text()
                                                                            .length())));
                        }
                    }
                    return null;
                });
            }
            for (var worker : threads.invokeAll(workers)) {
                worker.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                "malformed: %d requests (seed %d) to %d operations, %d kinds of wrong answers, statuses %s%n",
                sent.get(), SEED, operations.get(), wrong.size(), new TreeMap<>(statuses));
        wrong.forEach((what, how) -> System.out.println("  " + what + " | " + how));
        assertThat(wrong).isEmpty();
        assertThat(sent).hasValueGreaterThan(200);
    }

    private static String judge(Malformed.Call call, RawHttp.Answer answer) {
        if (answer.status() < 200) {
            return "no answer";
        }
        if (answer.status() >= 500) {
            return "5xx";
        }
        if (INSIDES.matcher(answer.text()).find()) {
            return "shows the insides";
        }
        boolean head = new String(call.bytes(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII).equals("HEAD ");
        if (answer.status() >= 400 && !head) {
            return isOpen311(call) ? clearToOpen311(answer) : clear(answer);
        }
        return "";
    }

    private static boolean isOpen311(Malformed.Call call) {
        String line = new String(call.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        return line.substring(0, Math.max(0, line.indexOf('\r'))).contains("/open311/");
    }

    /** That door has its own words for a no; what never reaches it is a problem document. */
    private static String clearToOpen311(RawHttp.Answer answer) {
        String text = answer.text();
        boolean own = (text.contains("<errors><error><code>" + answer.status() + "<")
                        || text.startsWith("[{\"code\":" + answer.status() + ","))
                && CHINESE.matcher(text).find();
        return own ? "" : clear(answer);
    }

    private static String clear(RawHttp.Answer answer) {
        if (!answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json")) {
            return "no problem document";
        }
        try {
            JsonNode problem = JsonMapper.shared().readTree(answer.text());
            boolean chinese =
                    CHINESE.matcher(problem.path("detail").asString("")).find();
            return chinese
                            && problem.path("status").asInt() == answer.status()
                            && problem.path("type").asString("").startsWith("urn:problem:")
                    ? ""
                    : "unclear problem document";
        } catch (JacksonException broken) {
            return "broken problem document";
        }
    }
}
