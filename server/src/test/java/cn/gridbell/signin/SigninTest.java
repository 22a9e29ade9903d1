package cn.gridbell.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GridbellTest
class SigninTest {

    private static final String CHINESE = ".*[\\u4e00-\\u9fff].*";

    private final People people;
    private final MutableClock clock;
    private final SigninProperties properties;

    @Autowired
    SigninTest(People people, MutableClock clock, SigninProperties properties) {
        this.people = people;
        this.clock = clock;
        this.properties = properties;
    }

    @Test
    void aNewcomerIsAResidentWithoutPhoneHouseholdOrStaffAccount() {
        People.Person person = people.newcomer();

        Http.Answer again = signIn(code(person)).expect(200);

        assertThat(again.at("/resident/id")).isEqualTo(person.residentId());
        assertThat(again.json().at("/resident/phoneBound").asBoolean(true)).isFalse();
        assertThat(again.json().at("/resident/householdGiven").asBoolean(true)).isFalse();
        assertThat(again.json().at("/staff").isNull()).isTrue();
        assertThat(again.at("/expiresAt")).startsWith("2026-11-24T13:3");
    }

    @Test
    void aStaffMemberIsToldTheirAccount() {
        People.Person member = people.staff("HL001");

        Http.Answer session = signIn(code(member)).expect(200);

        assertThat(session.at("/staff/name")).isEqualTo("唐涵");
        assertThat(session.at("/staff/roles/0")).isEqualTo("GRID_MEMBER");
        assertThat(session.at("/staff/grids/0/level")).isEqualTo("GRID");
        assertThat(session.at("/staff/grids/0/name")).isNotEmpty();
    }

    @Test
    void twentySignInsWithOneCodeMakeOneSession() throws Exception {
        String code = code(people.newcomer());

        List<Integer> statuses = atOnce(20, () -> signIn(code).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(19);
    }

    @Test
    void refreshingGivesANewTokenAndStopsTheOldOne() {
        People.Person person = people.newcomer();

        Http.Answer fresh = person.http().post("/api/signin/refresh", null).expect(200);

        people.server().bearer(fresh.at("/token")).get("/api/resident/me").expect(200);
        assertThat(fresh.at("/resident/id")).isEqualTo(person.residentId());
        person.http().get("/api/resident/me").expect(401);
        person.http().post("/api/signin/refresh", null).expect(401);
    }

    @Test
    void refreshedTenTimesAtOnceASessionHasOneSuccessor() throws Exception {
        People.Person person = people.newcomer();

        List<Integer> statuses =
                atOnce(10, () -> person.http().post("/api/signin/refresh", null).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(9);
    }

    @Test
    void signingOutStopsThisSessionOnly() {
        People.Person person = people.newcomer();
        String other = signIn(code(person)).expect(200).at("/token");

        person.http().post("/api/signin/signout", null).expect(204);

        person.http().get("/api/resident/me").expect(401);
        people.server().bearer(other).get("/api/resident/me").expect(200);
    }

    @Test
    void aTokenEndsWithItsLifetime() {
        People.Person person = people.newcomer();

        clock.advance(properties.tokenLifetime().minus(Duration.ofMinutes(1)));
        person.http().get("/api/resident/me").expect(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(person.http().get("/api/resident/me").expect(401).at("/detail"))
                .matches(CHINESE);
    }

    @Test
    void refusesATokenSomebodyElseMade() {
        People.Person person = people.newcomer();
        String[] parts = person.token().split("\\.", -1);
        String none = base64("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        String otherSession =
                parts[0] + "." + base64("{\"sub\":\"1\",\"sid\":\"1\",\"exp\":4102444800}") + "." + parts[2];
        String otherAlgorithm = base64("{\"alg\":\"HS512\"}") + "." + parts[1] + "." + parts[2];

        for (String forged : List.of(none, otherSession, otherAlgorithm, "a.b.c", "x")) {
            people.server().bearer(forged).get("/api/resident/me").expect(401);
        }
        people.server().get("/api/resident/me").expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"code\":null}",
                "{\"code\":\"\"}",
                "{\"code\":\"a\\u0000b\"}",
                "{\"code\":\"x&appid=evil\"}",
                "{\"code\":[1]}",
                "{\"code\":{\"a\":1}}",
                "[]",
                "",
                "{",
                "{\"code\":\"neverissued\"}"
            })
    void refusesABadBodyInChinese(String body) {
        Http.Answer no = signIn(body.getBytes(StandardCharsets.UTF_8), "203.0.113.7");

        no.expect(400);
        assertThat(no.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(no.at("/detail")).matches(CHINESE);
    }

    @Test
    void refusesACodeThatIsTooLong() {
        signIn("a".repeat(129)).expect(400);
    }

    @Test
    void whoTriesTooManyCodesHasToWaitAndNobodyElse() {
        String address = "198.51.100." + (1 + Math.floorMod(UUID.randomUUID().hashCode(), 250));
        byte[] wrong = "{\"code\":\"guess\"}".getBytes(StandardCharsets.UTF_8);
        for (int attempt = 0; attempt < properties.refusedCodesPerMinute(); attempt++) {
            signIn(wrong, address).expect(400);
        }

        Http.Answer no = signIn(wrong, address).expect(429);

        assertThat(no.headers()).containsEntry("retry-after", "60");
        assertThat(no.at("/detail")).matches(CHINESE);
        signIn(code(people.newcomer())).expect(200);
    }

    private Http.Answer signIn(String code) {
        return people.server().post("/api/signin/wechat", Map.of("code", code));
    }

    private Http.Answer signIn(byte[] body, String address) {
        return people.server()
                .with("X-Forwarded-For", address)
                .send("POST", "/api/signin/wechat", body, "application/json");
    }

    private static String code(People.Person person) {
        return person.phone("login-code", null).at("/code");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer :
                    threads.invokeAll(Stream.generate(() -> call).limit(times).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
