package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.MEMBER;
import static cn.gridbell.request.RequestJourney.accept;
import static cn.gridbell.request.RequestJourney.answer;
import static cn.gridbell.request.RequestJourney.key;
import static cn.gridbell.request.RequestJourney.rate;
import static cn.gridbell.request.RequestJourney.submit;
import static cn.gridbell.request.RequestJourney.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** "Me too", chasing, and the rating of everybody a request concerns. */
@GridbellTest
class RequestSupportTest {

    private final People people;
    private final MutableClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    RequestSupportTest(People people, MutableClock clock, JdbcTemplate sql, TransactionTemplate transactions) {
        this.people = people;
        this.clock = clock;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Test
    void meTooCountsOnceAPerson() {
        String id = submitted(people.resident());
        People.Person neighbour = people.resident();

        assertThat(post(neighbour, id, "support")
                        .expect(200)
                        .json()
                        .at("/supporters")
                        .asInt())
                .isOne();
        assertThat(post(neighbour, id, "support")
                        .expect(200)
                        .json()
                        .at("/supporters")
                        .asInt())
                .isOne();
        assertThat(post(people.resident(), id, "support")
                        .expect(200)
                        .json()
                        .at("/supporters")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void fiftyTapsAtOnceAreOneSupporter() {
        String id = submitted(people.resident());
        People.Person neighbour = people.resident();

        List<Http.Answer> answers = atOnce(50, () -> post(neighbour, id, "support"));

        // A machine too busy to hold fifty at once says "try again" to some; nobody is counted twice.
        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
        assertThat(answers).anyMatch(answer -> answer.status() == 200);
        assertThat(rows("request_follower", id)).isOne();
    }

    @Test
    void theSameKeyTwiceIsOneCallAndAnotherRequestUnderItIsRefused() {
        People.Person neighbour = people.resident();
        String one = submitted(people.resident());
        String two = submitted(people.resident());
        Http keyed = neighbour.http().with("Idempotency-Key", key());

        String first = keyed.post(path(one, "support"), null).expect(200).text();
        assertThat(keyed.post(path(one, "support"), null).expect(200).text()).isEqualTo(first);
        keyed.post(path(two, "support"), null).expect(422);
        assertThat(rows("request_follower", two)).isZero();
    }

    @Test
    void ownOnesPrivateOnesAndClosedOnesAreRefused() {
        People.Person resident = people.resident();
        String own = submitted(resident);
        assertThat(post(resident, own, "support").expect(409).at("/detail")).contains("您自己反映的");

        String secret = submit(resident, Map.of("category", "ELDERLY_CARE", "description", "想申请助餐"))
                .expect(201)
                .at("/id");
        People.Person neighbour = people.resident();
        post(neighbour, secret, "support").expect(404);
        post(neighbour, "999999999", "support").expect(404);

        answered(own);
        assertThat(post(neighbour, own, "support").expect(409).at("/type"))
                .isEqualTo("urn:problem:request:already-moved");
        assertThat(rows("request_follower", own)).isZero();
    }

    @Test
    void aSupporterSeesThePublicSideAmongTheirRequests() {
        People.Person reporter = people.resident();
        String words = "楼下夜里装修，吵得睡不着，电话13900001111。";
        String id = submit(reporter, Map.of("category", "NOISE", "description", words, "address", "某巷9号"))
                .expect(201)
                .at("/id");
        reporter.http().post(path(id, "comments"), Map.of("text", "我家孩子要高考")).expect(201);
        People.Person neighbour = people.resident();
        neighbour.http().get("/api/resident/requests/" + id).expect(404);
        String mine = submitted(neighbour);
        clock.advance(Duration.ofMinutes(1));
        post(neighbour, id, "support").expect(200);

        Http.Answer lines = neighbour.http().get("/api/resident/requests").expect(200);
        assertThat(StreamSupport.stream(lines.json().at("/items").spliterator(), false)
                        .map(line ->
                                line.at("/id").asString() + line.at("/relation").asString())
                        .toList())
                .containsExactly(id + "SUPPORTED", mine + "REPORTED");
        Http.Answer detail =
                neighbour.http().get("/api/resident/requests/" + id).expect(200);
        assertThat(detail.at("/relation")).isEqualTo("SUPPORTED");
        assertThat(detail.text()).doesNotContain("某巷9号").doesNotContain("高考").doesNotContain("13900001111");
        assertThat(detail.json().at("/supporters").asInt()).isOne();

        post(neighbour, id, "support-withdrawal").expect(200);
        neighbour.http().get("/api/resident/requests/" + id).expect(404);
        post(neighbour, id, "support-withdrawal").expect(404);
    }

    @Test
    void supportersPageThroughBothKindsWithoutGapOrRepeat() {
        People.Person resident = people.resident();
        People.Person other = people.resident();
        List<String> all = IntStream.range(0, 6)
                .mapToObj(i -> {
                    clock.advance(Duration.ofSeconds(1));
                    if (i % 2 == 0) {
                        return submitted(resident);
                    }
                    String id = submitted(other);
                    post(resident, id, "support").expect(200);
                    return id;
                })
                .toList();

        String after = "";
        java.util.ArrayList<String> seen = new java.util.ArrayList<>();
        do {
            Http.Answer page = resident.http()
                    .get("/api/resident/requests?limit=2" + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200);
            page.json().at("/items").forEach(item -> seen.add(item.at("/id").asString()));
            after = page.at("/next");
        } while (!after.isEmpty());
        assertThat(seen).containsExactlyElementsOf(reversed(all));
    }

    @Test
    void onceAWorkingDayAndPersonAndReachesHolderAndLead() {
        People.Person reporter = people.resident();
        String id = submitted(reporter);
        People.Person neighbour = people.resident();
        post(neighbour, id, "chase").expect(404);
        post(neighbour, id, "support").expect(200);

        post(reporter, id, "chase").expect(200);
        assertThat(post(reporter, id, "chase").expect(409).at("/detail")).contains("每个工作日只能催办一次");
        post(neighbour, id, "chase").expect(200);

        assertThat(count("SELECT COUNT(*) FROM request_entry WHERE request_id = ? AND kind = 'CHASED'", id))
                .isEqualTo(2);
        assertThat(count(
                        "SELECT COUNT(DISTINCT person_id) FROM message WHERE scene = 'REQUEST_CHASED' AND person_kind = 'STAFF' AND subject_id = ?",
                        id))
                .as("holder and lead")
                .isEqualTo(2);
    }

    /** Saturday, Sunday and Monday are one working day. */
    @Test
    void aWeekendCountsForTheMondayAfterIt() {
        People.Person reporter = people.resident();
        String id = submit(reporter, Map.of("category", "GREENERY", "description", "树枝太长"))
                .expect(201)
                .at("/id");
        write("UPDATE request SET colour = 'RED', escalates_at = NULL, version = version + 1 WHERE id = ?", id);

        clock.moveTo(Instant.parse("2026-11-28T02:00:00Z"));
        post(reporter.signedInAgain(), id, "chase").expect(200);
        clock.moveTo(Instant.parse("2026-11-29T02:00:00Z"));
        post(reporter.signedInAgain(), id, "chase").expect(409);
        clock.moveTo(Instant.parse("2026-11-30T02:00:00Z"));
        post(reporter.signedInAgain(), id, "chase").expect(409);
        clock.moveTo(Instant.parse("2026-12-01T02:00:00Z"));
        post(reporter.signedInAgain(), id, "chase").expect(200);
    }

    @Test
    void chasesAtOnceAreOne() {
        People.Person reporter = people.resident();
        String id = submitted(reporter);

        List<Http.Answer> answers = atOnce(20, () -> post(reporter, id, "chase"));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
        assertThat(rows("request_chase", id)).isOne();
    }

    @Test
    void whatIsAnsweredIsNotChased() {
        People.Person reporter = people.resident();
        for (int round = 0; round < 8; round++) {
            String id = submitted(reporter);
            People.Person member = people.staff(MEMBER);
            accept(member, id).expect(200);
            List<Http.Answer> both = both(() -> post(reporter, id, "chase"), () -> answer(member, id));
            assertThat(both.get(1).status()).isEqualTo(200);
            assertThat(both.get(0).status()).isIn(200, 409);
            assertThat(rows("request_chase", id)).isEqualTo(both.get(0).status() == 200 ? 1 : 0);
            post(reporter, id, "chase").expect(409);
        }
    }

    @Test
    void reporterAndSupportersRateOnceEach() {
        People.Person reporter = people.resident();
        People.Person neighbour = people.resident();
        String id = submitted(reporter);
        post(neighbour, id, "support").expect(200);
        rate(neighbour, id, "YES", 5).expect(409);
        answered(id);

        assertThat(rate(neighbour, id, "YES", 4).expect(200).at("/status")).isEqualTo("ANSWERED");
        assertThat(rate(neighbour, id, "YES", 4).expect(409).at("/type"))
                .isEqualTo("urn:problem:request:rated-already");
        assertThat(rate(reporter, id, "YES", 5).expect(200).at("/status")).isEqualTo("EVALUATED");
        rate(reporter, id, "YES", 5).expect(409);
        rate(people.resident(), id, "YES", 5).expect(404);
        assertThat(rows("request_rating", id)).isEqualTo(2);
    }

    @Test
    void twentyRatingsAtOnceOfOnePersonAreOne() {
        String id = submitted(people.resident());
        People.Person neighbour = people.resident();
        post(neighbour, id, "support").expect(200);
        answered(id);

        List<Http.Answer> answers = atOnce(20, () -> rate(neighbour, id, "YES", 5));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(rows("request_rating", id)).isOne();
    }

    @Test
    void ratingsOfTwoPeopleAtOnceBothCount() {
        for (int round = 0; round < 5; round++) {
            People.Person reporter = people.resident();
            People.Person neighbour = people.resident();
            String id = submitted(reporter);
            post(neighbour, id, "support").expect(200);
            answered(id);

            List<Http.Answer> both = both(() -> rate(reporter, id, "YES", 5), () -> rate(neighbour, id, "YES", 4));

            assertThat(both).allMatch(answer -> answer.status() == 200);
            assertThat(rows("request_rating", id)).isEqualTo(2);
        }
    }

    @Test
    void lowStarsGoOneLevelUpToAnotherPersonThoughItIsSolved() {
        People.Person reporter = people.resident();
        String id = submitted(reporter);
        answered(id);

        Http.Answer low = rate(reporter, id, "YES", 2).expect(200);

        assertThat(low.at("/status")).isEqualTo("ASSIGNED");
        assertThat(low.at("/colour")).isEqualTo("YELLOW");
        assertThat(accept(people.staff(MEMBER), id).expect(409).at("/type"))
                .isEqualTo("urn:problem:request:answered-by-you");
        assertThat(RequestJourney.detail(reporter, id).text()).contains("评价较低");
    }

    @Test
    void aSupporterWhoIsNotHelpedTakesItUpThoughTheReporterIsContent() {
        People.Person reporter = people.resident();
        People.Person neighbour = people.resident();
        String id = submitted(reporter);
        post(neighbour, id, "support").expect(200);
        answered(id);
        rate(reporter, id, "YES", 5).expect(200);

        assertThat(rate(neighbour, id, "NO", 1).expect(200).at("/status")).isEqualTo("ASSIGNED");
        assertThat(count(
                        "SELECT COUNT(*) FROM message WHERE scene = 'REQUEST_REOPENED' AND subject_id = ? AND person_kind = 'RESIDENT'",
                        id))
                .isEqualTo(2);
    }

    @Test
    void supportersAreToldTheAnswer() {
        People.Person neighbour = people.resident();
        String id = submitted(people.resident());
        post(neighbour, id, "support").expect(200);
        answered(id);

        assertThat(count(
                        "SELECT COUNT(*) FROM message WHERE scene = 'REQUEST_ANSWERED' AND subject_id = ? AND person_id = "
                                + neighbour.residentId(),
                        id))
                .isOne();
    }

    /** Whoever said "me too" before the answer is told it: no supporter falls between. */
    @Test
    void whoSupportsWhileItIsAnsweredIsToldOrRefused() {
        for (int round = 0; round < 8; round++) {
            String id = submitted(people.resident());
            People.Person neighbour = people.resident();
            People.Person member = people.staff(MEMBER);
            accept(member, id).expect(200);
            List<Http.Answer> both = both(() -> post(neighbour, id, "support"), () -> answer(member, id));
            assertThat(both.get(1).status()).isEqualTo(200);
            int told = count(
                    "SELECT COUNT(*) FROM message WHERE scene = 'REQUEST_ANSWERED' AND subject_id = ? AND person_id = "
                            + neighbour.residentId(),
                    id);
            assertThat(told).isEqualTo(both.get(0).status() == 200 ? 1 : 0);
        }
    }

    private void answered(String id) {
        People.Person member = people.staff(MEMBER);
        accept(member, id).expect(200);
        answer(member, id).expect(200);
    }

    static String path(String id, String what) {
        return "/api/resident/requests/" + id + "/" + what;
    }

    static Http.Answer post(People.Person who, String id, String what) {
        return who.http().post(path(id, what), null);
    }

    static List<Http.Answer> atOnce(int times, Supplier<Http.Answer> call) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<Http.Answer>> calls = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(call, threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    static List<Http.Answer> both(Supplier<Http.Answer> one, Supplier<Http.Answer> other) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Http.Answer> first = CompletableFuture.supplyAsync(one, threads);
            CompletableFuture<Http.Answer> second = CompletableFuture.supplyAsync(other, threads);
            return List.of(first.join(), second.join());
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> reversed(List<String> list) {
        java.util.ArrayList<String> copy = new java.util.ArrayList<>(list);
        java.util.Collections.reverse(copy);
        return copy;
    }

    private void write(String statement, String id) {
        transactions.executeWithoutResult(transaction -> sql.update(statement, id));
    }

    private int rows(String table, String id) {
        return count("SELECT COUNT(*) FROM " + table + " WHERE request_id = ?", id);
    }

    private int count(String statement, String id) {
        Integer count = sql.queryForObject(statement, Integer.class, id);
        return count == null ? 0 : count;
    }
}
