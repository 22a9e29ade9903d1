package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.key;
import static cn.gridbell.request.RequestJourney.noise;
import static cn.gridbell.request.RequestJourney.submit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.GridId;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A submission that was answered is there once, whatever the network did; what cannot be taken leaves nothing behind. */
@GridbellTest
class SubmitRequestTest {

    private static final String PATH = "/api/resident/requests";

    private final People people;
    private final Requests requests;
    private final RequestNumberMapper counters;
    private final PlatformTransactionManager transactions;
    private final MutableClock clock;
    private final JdbcTemplate sql;

    @Autowired
    SubmitRequestTest(
            People people,
            Requests requests,
            RequestNumberMapper counters,
            PlatformTransactionManager transactions,
            MutableClock clock,
            JdbcTemplate sql) {
        this.people = people;
        this.requests = requests;
        this.counters = counters;
        this.transactions = transactions;
        this.clock = clock;
        this.sql = sql;
    }

    @Test
    void saysNumberColourHolderAndDeadline() {
        Http.Answer made = submit(people.resident(), Map.of("category", "ILLEGAL_STRUCTURE", "description", "楼顶加盖"))
                .expect(201);

        assertThat(made.at("/number")).matches("HL20261124-\\d{6}");
        assertThat(made.at("/status")).isEqualTo("ASSIGNED");
        assertThat(made.at("/colour")).isEqualTo("GREEN");
        assertThat(made.at("/colourWords")).isEqualTo("绿色·网格");
        assertThat(made.at("/holder/title")).isEqualTo("网格员");
        assertThat(made.at("/holder/name")).isEqualTo("唐涵");
        // Seven working hours from Tuesday 09:30 end on Wednesday at 09:30.
        assertThat(made.at("/dueAt")).startsWith("2026-11-25T01:30");
    }

    @Test
    void thePlaceSaysWhichGrid() {
        People.Person nobodyKnown = people.newcomer();
        Map<String, Object> there =
                Map.of("category", "GARBAGE", "description", "垃圾未清", "location", at(30.63937, 104.06904));

        String id = submit(nobodyKnown, there).expect(201).at("/id");

        assertThat(RequestJourney.detail(nobodyKnown, id).at("/gridName")).isEqualTo("听铃第一网格");
        assertThat(RequestJourney.detail(nobodyKnown, id)
                        .json()
                        .at("/location/latitude")
                        .asDouble())
                .as("shown in GCJ-02 as it was given")
                .isBetween(30.63936, 30.63938);
    }

    @Test
    void fiftyTapsAtOnceAreOneRequest() {
        People.Person resident = people.resident();
        String key = key();
        List<Http.Answer> answers =
                atOnce(50, () -> resident.http().with("Idempotency-Key", key).post(PATH, noise()));

        assertThat(count(resident)).isOne();
        Set<String> told = answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Http.Answer::text)
                .collect(Collectors.toSet());
        assertThat(told).hasSize(1);
        assertThat(answers.stream().map(Http.Answer::status).filter(status -> status != 201 && status != 409))
                .isEmpty();
        assertThat(resident.http()
                        .with("Idempotency-Key", key)
                        .post(PATH, noise())
                        .expect(201)
                        .text())
                .isEqualTo(told.iterator().next());
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        People.Person resident = people.resident();
        Http once = resident.http().with("Idempotency-Key", key());
        once.post(PATH, noise()).expect(201);

        assertThat(once.post(PATH, Map.of("category", "NOISE", "description", "别的事"))
                        .expect(422)
                        .at("/type"))
                .isEqualTo("urn:problem:platform:idempotency-key-reused");
        assertThat(count(resident)).isOne();
    }

    @Test
    void anothersKeyIsAnothersMatter() {
        String key = key();
        People.Person one = people.resident();
        People.Person two = people.resident();

        String first = one.http()
                .with("Idempotency-Key", key)
                .post(PATH, noise())
                .expect(201)
                .at("/id");
        String second = two.http()
                .with("Idempotency-Key", key)
                .post(PATH, noise())
                .expect(201)
                .at("/id");

        assertThat(first).isNotEqualTo(second);
        assertThat(count(two)).isOne();
    }

    @Test
    void aKeyIsDemanded() {
        People.Person resident = people.resident();
        resident.http().post(PATH, noise()).expect(400);
        resident.http().with("Idempotency-Key", "short").post(PATH, noise()).expect(400);
        resident.http()
                .with("Idempotency-Key", "x".repeat(65))
                .post(PATH, noise())
                .expect(400);
        assertThat(count(resident)).isZero();
    }

    @Test
    void outsideTheStreetAndNowhereAreRefusedWithAWayOut() {
        People.Person stranger = people.newcomer();

        Http.Answer far = submit(stranger, with("location", at(39.9, 116.4))).expect(422);
        assertThat(far.at("/type")).isEqualTo("urn:problem:request:outside-street");
        Http.Answer nowhere = submit(stranger, noise()).expect(422);
        assertThat(nowhere.at("/type")).isEqualTo("urn:problem:request:no-place");
        assertThat(nowhere.at("/detail")).contains("家庭住址");
        assertThat(count(stranger)).isZero();
    }

    static Stream<Object> badBodies() {
        return Stream.of(
                Map.of(),
                "",
                "null",
                "[]",
                "{",
                "\"text\"",
                "{\"category\":\"NOISE\",\"description\":\"a\",\"description\":\"b\"}",
                with("category", "NO_SUCH_THING"),
                with("category", "ORDER"),
                with("category", "x".repeat(5_000)),
                with("category", "' OR 1=1 --"),
                with("category", 7),
                with("category", List.of("NOISE")),
                with("description", ""),
                with("description", "   \n\t "),
                with("description", 42),
                with("description", Map.of("a", 1)),
                with("description", "长".repeat(1_001)),
                with("description", "吵".repeat(30_000)),
                with("description", "nul\u0000nul"),
                with("description", "bell\u0007"),
                "{\"category\":\"NOISE\",\"description\":\"lone \\ud800 surrogate\"}",
                "{\"category\":\"NOISE\",\"description\":\"lone \\udc00\"}",
                with("address", "长".repeat(201)),
                with("address", 5),
                with("anonymous", "yes"),
                with("anonymous", 1),
                with("location", "here"),
                with("location", Map.of("latitude", 30.6)),
                with("location", Map.of("latitude", "30.6", "longitude", "104.0")),
                with("location", at(200, 104)),
                with("location", at(30, -181)),
                "{\"category\":\"NOISE\",\"description\":\"a\",\"location\":{\"latitude\":NaN,\"longitude\":1}}",
                "{\"category\":\"NOISE\",\"description\":\"a\",\"location\":{\"latitude\":1e999,\"longitude\":104}}",
                with("photoIds", "17"),
                with("photoIds", List.of("abc")),
                with("photoIds", List.of("999999999")),
                with("photoIds", List.of("-1")),
                with("photoIds", List.of(17)),
                with("photoIds", java.util.Collections.singletonList(null)),
                with(
                        "photoIds",
                        IntStream.range(0, 10).mapToObj(Integer::toString).toList()));
    }

    @Test
    void whatCannotBeTakenIsRefusedInChineseAndLeavesNothing() {
        People.Person resident = people.resident();
        badBodies().forEach(body -> {
            Http.Answer no = submit(resident, body);
            String what = "%s → %s".formatted(shortened(body), no.text());
            assertThat(no.status()).as(what).isBetween(400, 499);
            assertThat(no.headers().get("content-type")).as(what).startsWith("application/problem+json");
            assertThat(no.at("/detail")).as(what).matches("(?s).*[\\u4e00-\\u9fff].*");
            assertThat(no.text()).as(what).doesNotContain("Exception", "cn.gridbell", "SQL");
        });
        resident.http()
                .with("Idempotency-Key", key())
                .send("POST", PATH, new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'}, "application/json")
                .expect(400);
        resident.http()
                .with("Idempotency-Key", key())
                .send("POST", PATH, "category=NOISE".getBytes(StandardCharsets.UTF_8), "text/plain")
                .expect(415);
        assertThat(count(resident)).isZero();
    }

    @Test
    void whatIsNotOursToTakeIsNotTaken() {
        People.Person resident = people.resident();
        Map<String, Object> greedy = new HashMap<>(noise());
        greedy.putAll(Map.of(
                "id",
                "1",
                "number",
                "X",
                "status",
                "EVALUATED",
                "colour",
                "RED",
                "reporterResidentId",
                1,
                "gridId",
                1));

        Http.Answer made = submit(resident, greedy);

        if (made.status() == 201) {
            assertThat(made.at("/status")).isEqualTo("ASSIGNED");
            assertThat(made.at("/colour")).isEqualTo("GREEN");
        } else {
            made.expect(400);
        }
    }

    @Test
    void numbersOfTwoNodesNeverMeet() {
        RequestNumbers one = node();
        RequestNumbers two = node();
        AtomicInteger turn = new AtomicInteger();

        List<String> taken = atOnce(400, () -> (turn.incrementAndGet() % 2 == 0 ? one : two).next());

        assertThat(taken).doesNotHaveDuplicates();
    }

    private RequestNumbers node() {
        return new RequestNumbers(
                counters,
                transactions,
                new RequestProperties("HL", 7, Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(1)),
                clock);
    }

    @Test
    void theCategoriesAreATreeWithNamesInChinese() {
        Http.Answer tree =
                people.newcomer().http().get("/api/resident/request-categories").expect(200);

        assertThat(tree.json().at("/items").size()).isGreaterThan(5);
        assertThat(tree.text()).contains("违法建设", "邻里纠纷", "为老服务", "消防隐患");
        assertThat(tree.json().at("/items/0/selectable").asBoolean()).isFalse();
        assertThat(tree.json().at("/items/0/children/0/selectable").asBoolean()).isTrue();
    }

    @Test
    void wordsFromTheChatFindTheirRequestOnce() {
        People.Person person = people.resident();
        ResidentId resident = ResidentId.of(person.residentId());
        assertThat(requests.hearFromChat(resident, "谢谢", 900_001)).isEmpty();
        String older = RequestJourney.submitted(person);
        String newer = RequestJourney.submitted(person);

        assertThat(requests.hearFromChat(resident, "还在吵", 900_002)).contains(RequestId.of(newer));
        answered(older);
        assertThat(requests.hearFromChat(resident, "谢谢", 900_003)).contains(RequestId.of(older));
        assertThat(requests.hearFromChat(resident, "谢谢", 900_003)).contains(RequestId.of(older));

        Integer heard =
                sql.queryForObject("SELECT COUNT(*) FROM request_entry WHERE inbound_id = 900003", Integer.class);
        assertThat(heard).isOne();
    }

    private void answered(String id) {
        People.Person member = people.staff(RequestJourney.MEMBER);
        RequestJourney.accept(member, id).expect(200);
        RequestJourney.answer(member, id).expect(200);
    }

    @Test
    void aNeedFoundAtADoorBecomesARequestTheResidentOwns() {
        People.Person person = people.resident();
        ResidentId resident = ResidentId.of(person.residentId());
        GridId grid = GridId.of(person.http().get("/api/resident/me").at("/grid/id"));
        StaffId member = requests.newsOf(RequestId.of(RequestJourney.submitted(person)))
                .map(RequestNews::holder)
                .orElseThrow();

        RequestId need = requests.reportNeed(new ReportNeed("ELDERLY_CARE", "独居老人需要助餐", grid, resident, member));

        RequestNews news = requests.newsOf(need).orElseThrow();
        assertThat(news.reporter()).isEqualTo(resident);
        assertThat(news.categoryName()).isEqualTo("为老服务");
        assertThat(requests.isOpenFor(need, resident)).isTrue();
        assertThat(requests.isOpenFor(need, new ResidentId(resident.value() + 1)))
                .isFalse();
        assertThat(RequestJourney.detail(person, need.text()).at("/source")).isEqualTo("VISIT");
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> body = new HashMap<>(noise());
        body.put(field, value);
        return body;
    }

    private static Map<String, Object> at(double latitude, double longitude) {
        return Map.of("latitude", latitude, "longitude", longitude);
    }

    private static String shortened(Object body) {
        String text = body.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private int count(People.Person resident) {
        return Optional.ofNullable(sql.queryForObject(
                        "SELECT COUNT(*) FROM request WHERE reporter_resident_id = ?",
                        Integer.class,
                        resident.residentId()))
                .orElse(0);
    }

    private static <T> List<T> atOnce(int times, Supplier<T> call) {
        ExecutorService crowd = Executors.newFixedThreadPool(Math.min(times, 50));
        try {
            List<CompletableFuture<T>> calls = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(call, crowd))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            crowd.shutdown();
        }
    }
}
