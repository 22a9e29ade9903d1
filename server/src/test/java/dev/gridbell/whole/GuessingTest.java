package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Codes work once; tokens, links and door codes cannot be guessed. All over HTTP. {@code -Dgridbell.guess.rounds=} and {@code -Dgridbell.guess.forged=} choose more;
 * {@code bench/run attacks} does.
 */
@GridbellTest
@TestPropertySource(properties = "test.context=strangers")
class GuessingTest {

    private static final int ROUNDS = Integer.getInteger("gridbell.guess.rounds", 5);
    private static final int FORGED = Integer.getInteger("gridbell.guess.forged", 600);
    private static final int AT_ONCE = 20;

    private final Random dice = new Random(20261127);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MutableClock clock;

    @Test
    void aLoginCodeOpensOneSessionHoweverManyTryAtOnce() throws Exception {
        int opened = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String code = people.newcomer().phone("login-code", null).at("/code");
            List<Integer> statuses = atOnce(i -> people.server()
                    .with("X-Forwarded-For", "203.0.113." + i)
                    .post("/api/signin/wechat", Map.of("code", code)));
            assertThat(statuses).containsOnly(200, 400);
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            opened++;
            people.server().post("/api/signin/wechat", Map.of("code", code)).expect(400);
        }
        System.out.printf("guessing: %d login codes, %d tries each, %d sessions%n", ROUNDS, AT_ONCE + 1, opened);
    }

    @Test
    void aPhoneCodeBindsOnePersonHoweverManyTryAtOnce() throws Exception {
        int bound = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String code = people.newcomer().phone("phone-code", null).at("/code");
            List<People.Person> thieves =
                    IntStream.range(0, AT_ONCE).mapToObj(i -> people.newcomer()).toList();
            List<Integer> statuses = atOnce(i -> thieves.get(i)
                    .http()
                    .with("X-Forwarded-For", "203.0.113." + i)
                    .post("/api/resident/phone", Map.of("code", code)));
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 400).hasSize(AT_ONCE - 1);
            bound++;
        }
        System.out.printf("guessing: %d phone codes, %d people each, %d bound%n", ROUNDS, AT_ONCE, bound);
    }

    @Test
    void noTokenButOursIsTaken() {
        String[] parts = people.resident().token().split("\\.", -1);
        List<String> forged = new ArrayList<>();
        for (int i = 0; i < FORGED; i++) {
            forged.add(parts[0] + "." + parts[1] + "." + changed(parts[2]));
            forged.add(parts[0] + "." + changed(parts[1]) + "." + parts[2]);
        }
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        for (int session = 1; session <= 300; session++) {
            String other = base64(claims.replaceFirst("\"sid\":\"\\d+\"", "\"sid\":\"" + session + "\""));
            forged.add(parts[0] + "." + other + "." + parts[2]);
            forged.add(base64("{\"alg\":\"none\"}") + "." + other + ".");
        }
        for (String key :
                List.of("secret", "changeme", "gridbell", "gridbell-gridbell-gridbell-gridbell", "0".repeat(32))) {
            String head = base64("{\"alg\":\"HS256\"}");
            forged.add(head + "." + parts[1] + "." + signed(head + "." + parts[1], key));
        }
        forged.addAll(List.of("", "null", "undefined", "..", parts[0], parts[0] + "." + parts[1]));
        forged.remove(String.join(".", parts));
        int entries = 0;
        for (String token : forged) {
            entries += people.server().bearer(token).get("/api/resident/me").status() == 401 ? 0 : 1;
        }
        System.out.printf("guessing: %d forged tokens, %d entries%n", forged.size(), entries);
        assertThat(entries).isZero();
    }

    @Test
    void noPictureIsShownForAGuessedLink() {
        People.Person owner = people.newcomer();
        String url = owner.http()
                .upload("/api/resident/photos", "file", "a.jpg", Pictures.jpeg(640, 480))
                .expect(201)
                .at("/url");
        String signature = url.substring(url.indexOf("signature=") + 10);
        String before = url.substring(0, url.indexOf("signature=") + 10);
        List<String> guesses = new ArrayList<>();
        for (int i = 0; i < FORGED + 100; i++) {
            guesses.add(before + changed(signature));
        }
        for (int id = 1; id <= 300; id++) {
            String other = url.replaceFirst("photos/\\d+", "photos/" + id);
            if (!other.equals(url)) {
                guesses.add(other);
            }
        }
        for (int seconds = 1; seconds <= 100; seconds++) {
            long expires = Long.parseLong(url.replaceFirst(".*expires=(\\d+).*", "$1")) + seconds;
            guesses.add(url.replaceFirst("expires=\\d+", "expires=" + expires));
        }
        guesses.addAll(List.of(before, before + "null", url + "&signature=x"));
        int shown = 0;
        for (String guess : guesses) {
            shown += people.server().get(guess).status() == 403 ? 0 : 1;
        }
        System.out.printf("guessing: %d links, %d pictures shown%n", guesses.size(), shown);
        assertThat(shown).isZero();
        people.server().get(url).expect(200);
    }

    @Test
    void aDoorCodeIsLookedAtFiveTimesHoweverManyTryAtOnce() throws Exception {
        People.Person resident = people.resident();
        String start =
                resident.http().get("/api/resident/visit-openings").expect(200).at("/items/0/start");
        String visit = resident.http()
                .with("Idempotency-Key", "door-" + System.nanoTime())
                .post("/api/resident/visits", Map.of("start", start, "purpose", "SAFETY_CHECK"))
                .expect(201)
                .at("/id");
        People.Person member = people.staff("HL001");
        member.http().post("/api/staff/visits/" + visit + "/confirmation", null).expect(200);
        clock.moveTo(Instant.parse(start));
        // Sessions end after some hours: both come back on the day of the visit.
        People.Person there = people.staff("HL001");
        String path = "/api/staff/visits/" + visit + "/check-in";
        List<Integer> statuses = atOnce(i -> there.http().post(path, Map.of("doorCode", String.format("%06d", i))));

        assertThat(statuses).filteredOn(status -> status == 422).hasSizeLessThanOrEqualTo(5);
        assertThat(statuses).filteredOn(status -> status == 200).isEmpty();
        assertThat(statuses).allMatch(status -> status == 422 || status == 409);
        System.out.printf(
                "guessing: a door code, %d tries at once, %d looked at%n",
                statuses.size(),
                statuses.stream().filter(status -> status == 422).count());
    }

    private String changed(String text) {
        char[] letters = text.toCharArray();
        // Not the last letter: of its six bits some count for nothing.
        int at = dice.nextInt(letters.length - 1);
        char other = letters[at] == 'A' ? 'B' : 'A';
        letters[at] = other;
        return new String(letters);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(String text, String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Try {
        Http.Answer call(int number);
    }

    private static List<Integer> atOnce(Try call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            IntStream.range(0, AT_ONCE)
                    .forEach(i -> calls.add(() -> call.call(i).status()));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(calls)) {
                statuses.add(status.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }
}
