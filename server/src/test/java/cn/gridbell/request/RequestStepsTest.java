package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.COMMUNITY;
import static cn.gridbell.request.RequestJourney.ELSEWHERE;
import static cn.gridbell.request.RequestJourney.LEAD;
import static cn.gridbell.request.RequestJourney.MEMBER;
import static cn.gridbell.request.RequestJourney.STREET;
import static cn.gridbell.request.RequestJourney.accept;
import static cn.gridbell.request.RequestJourney.answer;
import static cn.gridbell.request.RequestJourney.detail;
import static cn.gridbell.request.RequestJourney.rate;
import static cn.gridbell.request.RequestJourney.staff;
import static cn.gridbell.request.RequestJourney.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of a request over HTTP: who may take them, in which order, and who cannot see it at all. */
@GridbellTest
class RequestStepsTest {

    private final People people;
    private final MutableClock clock;
    private final RequestTimer timer;
    private final Requests requests;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    RequestStepsTest(
            People people,
            MutableClock clock,
            RequestTimer timer,
            Requests requests,
            JdbcTemplate sql,
            TransactionTemplate transactions) {
        this.people = people;
        this.clock = clock;
        this.timer = timer;
        this.requests = requests;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Test
    void walksFromSubmittedToEvaluated() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = submitted(resident);

        assertThat(accept(member, id).expect(200).at("/status")).isEqualTo("HANDLING");
        assertThat(answer(member, id).expect(200).at("/status")).isEqualTo("ANSWERED");
        assertThat(rate(resident, id, "YES", 5).expect(200).at("/status")).isEqualTo("EVALUATED");

        Http.Answer detail = detail(resident, id);
        assertThat(kinds(detail)).containsExactly("SUBMITTED", "ASSIGNED", "ACCEPTED", "ANSWERED", "RATED");
        assertThat(detail.at("/outcome/result")).isEqualTo("已上门劝阻，夜间不再施工。");
        assertThat(detail.at("/timeline/2/by")).isEqualTo("网格员 唐涵");
        assertThat(detail.json().at("/outcome/stars").asInt()).isEqualTo(5);
    }

    @Test
    void twoWhoAcceptAtOnceOneWins() {
        People.Person member = people.staff(MEMBER);
        People.Person lead = people.staff(LEAD);
        for (int round = 0; round < 10; round++) {
            String id = submitted(people.resident());
            List<Integer> answers = atOnce(List.of(member, lead), id);
            assertThat(answers).as("round %s", round).containsExactlyInAnyOrder(200, 409);
            assertThat(entries(id, "ACCEPTED")).isOne();
        }
    }

    private static List<Integer> atOnce(List<People.Person> staff, String id) {
        ExecutorService both = Executors.newFixedThreadPool(staff.size());
        try {
            List<CompletableFuture<Integer>> calls = staff.stream()
                    .map(who ->
                            CompletableFuture.supplyAsync(() -> accept(who, id).status(), both))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            both.shutdown();
        }
    }

    @Test
    void saysHowItStandsToWhoeverComesTooLate() {
        People.Person member = people.staff(MEMBER);
        String id = submitted(people.resident());
        accept(member, id).expect(200);

        Http.Answer again = accept(people.staff(LEAD), id).expect(409);

        assertThat(again.at("/type")).isEqualTo("urn:problem:request:already-moved");
        assertThat(again.at("/requestStatus")).isEqualTo("HANDLING");
        assertThat(again.at("/detail")).contains("处置中");
    }

    @Test
    void onlyTheHolderAnswers() {
        String id = submitted(people.resident());
        accept(people.staff(MEMBER), id).expect(200);

        assertThat(answer(people.staff(LEAD), id).expect(409).at("/type"))
                .isEqualTo("urn:problem:request:held-by-other");
    }

    @Test
    void refusesToAnswerTwice() {
        People.Person member = people.staff(MEMBER);
        String id = submitted(people.resident());
        accept(member, id).expect(200);
        answer(member, id).expect(200);

        answer(member, id).expect(409);
        assertThat(entries(id, "ANSWERED")).isOne();
    }

    @Test
    void notSolvedGoesOneLevelUpAndNeverBackToWhoAnswered() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = submitted(resident);
        accept(member, id).expect(200);
        answer(member, id).expect(200);

        Http.Answer reopened = rate(resident, id, "NO", 1).expect(200);

        assertThat(reopened.at("/status")).isEqualTo("ASSIGNED");
        assertThat(reopened.at("/colour")).isEqualTo("YELLOW");
        assertThat(detail(resident, id).at("/holder/title")).isEqualTo("社区工作人员");
        assertThat(accept(member, id).expect(409).at("/type")).isEqualTo("urn:problem:request:answered-by-you");
        accept(people.staff(COMMUNITY), id).expect(200);
    }

    @Test
    void anAnswerIsRatedOnce() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = submitted(resident);
        rate(resident, id, "YES", 5).expect(409);
        accept(member, id).expect(200);
        answer(member, id).expect(200);
        rate(resident, id, "PARTLY", 3).expect(200);

        rate(resident, id, "NO", 1).expect(409);
    }

    @Test
    void aPassedDeadlineMovesItUpOnce() {
        People.Person resident = people.resident();
        String id = submitted(resident);
        timer.run();
        assertThat(detail(resident, id).at("/colour")).isEqualTo("GREEN");

        clock.advance(Duration.ofHours(30));
        timer.run();
        timer.run();

        RequestNews news = requests.newsOf(RequestId.of(id)).orElseThrow();
        assertThat(news.colour()).isEqualTo(Colour.YELLOW);
        assertThat(news.status()).isEqualTo(RequestStatus.ASSIGNED);
        assertThat(news.holderTitle()).startsWith("社区工作人员");
        assertThat(entries(id, "ESCALATED")).isOne();
        assertThat(words(id, "ESCALATED")).contains("超过办理时限");
    }

    /** The level below must not take back what it let run late, nor a colleague of whoever did not solve it. */
    @Test
    void aLevelBelowDoesNotTakeItBack() {
        String id = submitted(people.resident());
        clock.advance(Duration.ofHours(30));
        timer.run();

        for (String below : List.of(MEMBER, LEAD)) {
            assertThat(accept(people.staff(below), id).expect(409).at("/type"))
                    .isEqualTo("urn:problem:request:held-by-other");
        }
        accept(people.staff(STREET), id).expect(200);
    }

    @Test
    void redStaysRedHoweverLate() {
        People.Person resident = people.resident();
        String id = submitted(resident);
        write("UPDATE request SET colour = 'RED', escalates_at = NULL, version = version + 1 WHERE id = ?", id);

        clock.advance(Duration.ofDays(3));
        timer.run();

        RequestNews news = requests.newsOf(RequestId.of(id)).orElseThrow();
        assertThat(news.colour()).isEqualTo(Colour.RED);
        assertThat(entries(id, "ESCALATED")).isZero();
    }

    @Test
    void theHolderWhistlesItUpWithAReason() {
        People.Person member = people.staff(MEMBER);
        String id = submitted(people.resident());

        staff(member, id, "escalation", Map.of()).expect(400);
        Http.Answer up =
                staff(member, id, "escalation", Map.of("reason", "需要城管执法配合")).expect(200);

        assertThat(up.at("/colour")).isEqualTo("YELLOW");
        assertThat(words(id, "ESCALATED")).contains("需要城管执法配合");
        staff(member, id, "escalation", Map.of("reason", "再升一级")).expect(409);
    }

    @Test
    void othersSeeNothing() {
        People.Person resident = people.resident();
        String id = submitted(resident);
        People.Person neighbour = people.resident();
        People.Person elsewhere = people.staff(ELSEWHERE);
        String own = "/api/resident/requests/" + id;

        neighbour.http().get(own).expect(404);
        rate(neighbour, id, "YES", 5).expect(404);
        neighbour.http().post(own + "/comments", Map.of("text", "你好")).expect(404);
        neighbour.http().post(own + "/withdrawal", Map.of("reason", "你好")).expect(404);
        resident.http().post(own + "/withdrawal", Map.of()).expect(400);
        elsewhere.http().get("/api/staff/requests/" + id).expect(404);
        accept(elsewhere, id).expect(404);
        answer(elsewhere, id).expect(404);
        staff(elsewhere, id, "escalation", Map.of("reason", "试一试")).expect(404);
        neighbour.http().get("/api/staff/requests/" + id).expect(403);
        people.server().get(own).expect(401);
        assertThat(detail(resident, id).at("/status")).isEqualTo("ASSIGNED");
    }

    @Test
    void unknownAndOddIdsAreNotThere() {
        People.Person resident = people.resident();
        for (String odd : List.of("0", "-1", "9223372036854775807", "99999999999999999999", "abc", "1%20", "%00")) {
            resident.http().get("/api/resident/requests/" + odd).expect(odd.equals("%00") ? 400 : 404);
        }
    }

    @Test
    void boxesShowOpenRequestsOfTheTerritory() {
        String id = submitted(people.resident());

        assertThat(idsIn(people.staff(MEMBER), "MINE")).contains(id);
        assertThat(idsIn(people.staff(LEAD), "GRID")).contains(id);
        assertThat(idsIn(people.staff(COMMUNITY), "GRID")).contains(id);
        assertThat(idsIn(people.staff(COMMUNITY), "OVERDUE")).doesNotContain(id);
        assertThat(idsIn(people.staff(ELSEWHERE), "GRID")).doesNotContain(id);
        write("UPDATE request SET due_at = submitted_at, escalates_at = NULL WHERE id = ?", id);
        clock.advance(Duration.ofMinutes(1));
        assertThat(idsIn(people.staff(COMMUNITY), "OVERDUE")).contains(id);
        people.staff(MEMBER).http().get("/api/staff/requests?box=EVERYTHING").expect(400);
    }

    @Test
    void aResidentPagesThroughTheirOwn() {
        People.Person resident = people.resident();
        List<String> made = List.of(submitted(resident), submitted(resident), submitted(resident));

        Http.Answer first =
                resident.http().get("/api/resident/requests?limit=2").expect(200);
        Http.Answer second = resident.http()
                .get("/api/resident/requests?limit=2&after=" + first.at("/next"))
                .expect(200);

        assertThat(ids(first)).containsExactly(made.get(2), made.get(1));
        assertThat(ids(second)).containsExactly(made.get(0));
        assertThat(second.json().at("/next").isNull()).isTrue();
    }

    @Test
    void withdrawnBeforeItIsAnsweredOnly() {
        People.Person resident = people.resident();
        People.Person member = people.staff(MEMBER);
        String id = submitted(resident);
        String withdrawal = "/api/resident/requests/" + id + "/withdrawal";

        assertThat(resident.http()
                        .post(withdrawal, Map.of("reason", "已经好了"))
                        .expect(200)
                        .at("/status"))
                .isEqualTo("WITHDRAWN");
        accept(member, id).expect(409);
        resident.http().post(withdrawal, Map.of("reason", "又好了")).expect(409);
    }

    @Test
    void staffReportWhatTheyFindInTheirGrid() {
        People.Person member = people.staff(MEMBER);
        String grid = people.resident().http().get("/api/resident/me").at("/grid/id");
        Map<String, Object> found = Map.of("category", "MANHOLE", "description", "井盖松动", "gridId", grid);

        String id = member.http().post("/api/staff/requests", found).expect(201).at("/id");

        assertThat(member.http().get("/api/staff/requests/" + id).expect(200).at("/source"))
                .isEqualTo("PATROL");
        people.staff(ELSEWHERE).http().post("/api/staff/requests", found).expect(400);
    }

    private void write(String statement, String id) {
        transactions.executeWithoutResult(transaction -> sql.update(statement, id));
    }

    private static List<String> idsIn(People.Person member, String box) {
        return ids(member.http().get("/api/staff/requests?limit=50&box=" + box).expect(200));
    }

    private static List<String> ids(Http.Answer page) {
        return StreamSupport.stream(page.json().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static List<String> kinds(Http.Answer detail) {
        return StreamSupport.stream(detail.json().at("/timeline").spliterator(), false)
                .map(entry -> entry.at("/kind").asString())
                .toList();
    }

    private int entries(String id, String kind) {
        Integer count = sql.queryForObject(
                "SELECT COUNT(*) FROM request_entry WHERE request_id = ? AND kind = ?", Integer.class, id, kind);
        return count == null ? 0 : count;
    }

    private String words(String id, String kind) {
        return String.valueOf(sql.queryForObject(
                "SELECT MAX(words) FROM request_entry WHERE request_id = ? AND kind = ?", String.class, id, kind));
    }
}
