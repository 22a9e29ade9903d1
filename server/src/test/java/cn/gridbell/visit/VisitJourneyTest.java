package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A database of its own: the member's first openings of each day must be free. */
@GridbellTest
@TestPropertySource(properties = "test.context=visit-journey")
@DirtiesContext
class VisitJourneyTest {

    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    Residents residents;

    @Autowired
    StaffMembers staff;

    @Autowired
    JwtEncoder tokens;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    @Autowired
    Environment environment;

    @Autowired
    VisitSilence silence;

    @Autowired
    Visits visits;

    Neighbours neighbours;
    Http resident;
    Http member;

    @BeforeEach
    void everybodyComes() {
        clock.moveTo(MutableClock.TUESDAY_MORNING.plus(Duration.ofDays(7L * DAYS.getAndIncrement())));
        neighbours = new Neighbours(residents, staff, tokens, database, clock, environment);
        resident = neighbours.resident();
        member = neighbours.member("19900000001");
    }

    @Test
    void goesFromTheOpeningToTheRating() {
        Http.Answer openings = resident.get("/api/resident/visit-openings").expect(200);
        assertThat(openings.at("/items/0/member/name")).isEqualTo("唐涵");
        assertThat(openings.at("/items/0/start")).isEqualTo("" + today("14:00"));

        Http.Answer booked = Neighbours.book(resident, today("14:00")).expect(201);
        assertThat(booked.at("/number")).matches("DF\\d{8}-\\d{6}");
        assertThat(booked.at("/status")).isEqualTo("REQUESTED");
        assertThat(booked.at("/end")).isEqualTo("" + today("14:30"));
        assertThat(booked.at("/member/title")).isEqualTo("网格员");
        assertThat(Instant.parse(booked.at("/answerBy"))).isEqualTo(today("14:00"));
        String id = booked.at("/id");

        assertThat(resident.get("/api/resident/visits/" + id)
                        .json()
                        .at("/doorCode")
                        .isNull())
                .isTrue();
        assertThat(member.get("/api/staff/visits?status=REQUESTED&limit=50").text())
                .contains("\"" + id + "\"");
        step(member, "staff", id, "confirmation", null, 200);

        Http.Answer seen = resident.get("/api/resident/visits/" + id).expect(200);
        assertThat(seen.at("/status")).isEqualTo("CONFIRMED");
        assertThat(seen.at("/doorCode")).matches("[0-9]{6}");
        assertThat(seen.at("/member/number")).isEqualTo("HL001");
        assertThat(member.get("/api/staff/visits/" + id).expect(200).text()).doesNotContain(seen.at("/doorCode"));
        Http.Answer day =
                member.get("/api/staff/visits?day=" + today("14:00").toString().substring(0, 10));
        assertThat(day.at("/items/0/door/room")).isNotEmpty();

        clock.moveTo(today("14:01"));
        Http.Answer there = step(member, "staff", id, "check-in", Map.of("doorCode", seen.at("/doorCode")), 200);
        assertThat(there.at("/checkInGrade")).isEqualTo("DOOR_CODE");
        step(resident, "resident", id, "door-confirmation", null, 200);
        step(member, "staff", id, "outcome", Map.of("result", "MET", "note", "燃气软管已提醒更换"), 200);
        step(resident, "resident", id, "rating", Map.of("stars", 5, "helped", true), 200);
        step(resident, "resident", id, "rating", Map.of("stars", 1, "helped", false), 409);
        assertThat(member.get("/api/staff/visits/" + id).text()).doesNotContain("stars");
        assertThat(resident.get("/api/resident/visits").expect(200).at("/items/0/status"))
                .isEqualTo("COMPLETED");
        assertThat(visits.newsOf(VisitId.of(id)).orElseThrow().memberTitle()).isEqualTo("网格员 唐涵");
    }

    @Test
    void holdsTheTimeUntilItIsGivenBack() {
        String id = Neighbours.book(resident, today("14:45")).expect(201).at("/id");
        Http other = neighbours.resident();
        Http.Answer taken = Neighbours.book(other, today("14:45")).expect(409);
        assertThat(taken.at("/type")).isEqualTo("urn:problem:visit:opening-taken");
        assertThat(taken.at("/openings/0/start")).isEqualTo("" + today("14:00"));
        assertThat(openings(other)).doesNotContain("" + today("14:45")).contains("" + today("15:30"));

        step(resident, "resident", id, "cancellation", Map.of("reason", "临时有事"), 200);
        assertThat(openings(other)).contains("" + today("14:45"));
        Neighbours.book(other, today("14:45")).expect(201);
        step(member, "staff", id, "confirmation", null, 409);
    }

    @Test
    void answersTheSameCallTwiceWithTheSameVisit() {
        Http same = resident.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, ?> body = Map.of("start", today("15:30"), "purpose", "OTHER", "note", "想咨询医保");
        Http.Answer first = same.post("/api/resident/visits", body).expect(201);
        Http.Answer again = same.post("/api/resident/visits", body).expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        same.post("/api/resident/visits", Map.of("start", today("16:15"), "purpose", "OTHER"))
                .expect(422);
        resident.post("/api/resident/visits", body).expect(400);
    }

    @Test
    void letsTheResidentPickOneOfTheTimesProposed() {
        String id = Neighbours.book(resident, today("14:00")).expect(201).at("/id");
        Http.Answer proposed = step(
                member,
                "staff",
                id,
                "proposals",
                Map.of("starts", List.of(today("15:30"), today("16:15"), today("20:00"))),
                200);
        assertThat(proposed.at("/status")).isEqualTo("PROPOSED");
        assertThat(resident.get("/api/resident/visits/" + id)
                        .json()
                        .at("/proposals")
                        .size())
                .isEqualTo(3);
        Http other = neighbours.resident();
        Neighbours.book(other, today("15:30")).expect(409);
        Neighbours.book(other, today("14:00")).expect(201);

        step(resident, "resident", id, "proposal-choice", Map.of("start", today("14:00")), 422);
        Http.Answer chosen = step(resident, "resident", id, "proposal-choice", Map.of("start", today("16:15")), 200);
        assertThat(chosen.at("/status")).isEqualTo("CONFIRMED");
        assertThat(chosen.at("/start")).isEqualTo("" + today("16:15"));
        assertThat(slips(id)).contains("STAFF VISIT_TASK");
        step(resident, "resident", id, "proposal-choice", Map.of("start", today("15:30")), 409);
        Neighbours.book(other, today("15:30")).expect(201);
        assertThat(cellsOf(id)).isEqualTo(3);
    }

    @Test
    void keepsTheFirstTimeIfAProposedOneIsTaken() {
        String id = Neighbours.book(resident, today("14:00")).expect(201).at("/id");
        Neighbours.book(neighbours.resident(), today("15:30")).expect(201);
        step(member, "staff", id, "proposals", Map.of("starts", List.of(today("15:30"))), 409);
        assertThat(resident.get("/api/resident/visits/" + id).at("/status")).isEqualTo("REQUESTED");
        Neighbours.book(neighbours.resident(), today("14:00")).expect(409);
        step(member, "staff", id, "proposals", Map.of("starts", List.of(today("16:15"), today("16:45"))), 400);
    }

    @Test
    void givesTheTimeBackIfNobodyAnswersInTime() {
        silence.expireUnanswered(); // what other tests left behind
        String waiting = Neighbours.book(resident, today("16:15")).expect(201).at("/id");
        Instant answerBy =
                Instant.parse(resident.get("/api/resident/visits/" + waiting).at("/answerBy"));
        assertThat(answerBy.truncatedTo(ChronoUnit.MINUTES)).isEqualTo(today("15:00")); // 09:30 and four working hours
        clock.moveTo(answerBy.minusSeconds(5));
        assertThat(silence.expireUnanswered()).isZero();
        clock.moveTo(answerBy.plusSeconds(1));
        assertThat(silence.expireUnanswered()).isZero();
        Http.Answer passed = resident.get("/api/resident/visits/" + waiting);
        assertThat(passed.at("/status")).isEqualTo("REQUESTED");
        assertThat(Instant.parse(passed.at("/answerBy"))).isEqualTo(today("16:15"));
        assertThat(slips(waiting)).contains("STAFF VISIT_ANSWER_WANTED", "RESIDENT VISIT_PASSED_UP");
        clock.moveTo(today("16:15").plusSeconds(1));
        assertThat(silence.expireUnanswered()).isEqualTo(1);
        assertThat(silence.expireUnanswered()).isZero();
        Http.Answer over = resident.get("/api/resident/visits/" + waiting);
        assertThat(over.at("/status")).isEqualTo("EXPIRED");
        assertThat(over.at("/reason")).contains("未在约定时限内答复");
        assertThat(cellsOf(waiting)).isZero();
        step(member, "staff", waiting, "confirmation", null, 409);
    }

    @Test
    void stopsAfterFiveWrongDoorCodes() {
        String id = confirmed("14:00");
        String code = resident.get("/api/resident/visits/" + id).at("/doorCode");
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int left = 4; left >= 0; left--) {
            Http.Answer refused = step(member, "staff", id, "check-in", Map.of("doorCode", wrong), 422);
            assertThat(refused.json().at("/triesLeft").asInt()).isEqualTo(left);
        }
        step(member, "staff", id, "check-in", Map.of("doorCode", code), 409);
        clock.moveTo(today("14:00"));
        Http.Answer without = step(member, "staff", id, "check-in", Map.of(), 200);
        assertThat(without.at("/checkInGrade")).isEqualTo("OWN_WORD");
        assertThat(step(resident, "resident", id, "door-confirmation", null, 200)
                        .at("/status"))
                .isEqualTo("CHECKED_IN");
        assertThat(member.get("/api/staff/visits/" + id).at("/checkInGrade")).isEqualTo("RESIDENT_TAP");
    }

    @Test
    void gradesACheckInAtAnotherTimeLowest() {
        String id = confirmed("16:15");
        assertThat(step(member, "staff", id, "check-in", Map.of(), 200).at("/checkInGrade"))
                .isEqualTo("OTHER_TIME");
        assertThat(step(member, "staff", id, "outcome", Map.of("result", "NOT_HOME"), 200)
                        .at("/status"))
                .isEqualTo("NOT_HOME");
        assertThat(cellsOf(id)).isZero();
    }

    @Test
    void turnsNeedsFoundAtTheDoorIntoRequestsOrKeepsNothing() {
        String id = confirmed("14:00");
        clock.moveTo(today("14:05"));
        step(member, "staff", id, "check-in", Map.of(), 200);
        Map<String, ?> good = Map.of("category", "GARBAGE", "description", "楼道堆放杂物，请清理");
        Map<String, ?> bad = Map.of("category", "NO_SUCH_THING", "description", "灯不亮");
        Integer before = database.queryForObject("SELECT COUNT(*) FROM request", Integer.class);
        step(member, "staff", id, "outcome", Map.of("result", "MET", "needs", List.of(good, bad)), 400);
        assertThat(resident.get("/api/resident/visits/" + id).at("/status")).isEqualTo("CHECKED_IN");
        assertThat(database.queryForObject("SELECT COUNT(*) FROM request", Integer.class))
                .isEqualTo(before);

        Http.Answer met =
                step(member, "staff", id, "outcome", Map.of("result", "MET", "needs", List.of(good, good)), 200);
        assertThat(met.json().at("/needs").size()).isEqualTo(2);
        assertThat(resident.get("/api/resident/requests/" + met.at("/needs/0"))
                        .expect(200)
                        .text())
                .contains("楼道堆放杂物");
        step(member, "staff", id, "outcome", Map.of("result", "MET", "needs", List.of(good)), 409);
    }

    @Test
    void booksForOnesOwnOpenRequestOnly() {
        String request = neighbours
                .resident()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/resident/requests",
                        Map.of(
                                "category",
                                "GARBAGE",
                                "description",
                                "垃圾没有清运",
                                "address",
                                "铃音巷1号",
                                "photoIds",
                                List.of()))
                .expect(201)
                .at("/id");
        Map<String, ?> body = Map.of("start", today("14:00"), "purpose", "FOLLOW_UP", "requestId", request);
        assertThat(Neighbours.book(resident, body).expect(422).at("/type"))
                .isEqualTo("urn:problem:visit:request-not-open");
    }

    @Test
    void letsConfirmOrCancelWinNeverBoth() {
        for (int round = 0; round < 10; round++) {
            Http somebody = neighbours.resident();
            String id = Neighbours.book(somebody, today("14:00")).expect(201).at("/id");
            var confirming =
                    CompletableFuture.supplyAsync(() -> member.post("/api/staff/visits/" + id + "/confirmation", null)
                            .status());
            var cancelling = CompletableFuture.supplyAsync(
                    () -> somebody.post("/api/resident/visits/" + id + "/cancellation", Map.of("reason", "不需要了"))
                            .status());
            int confirm = confirming.join();
            int cancel = cancelling.join();
            String status = somebody.get("/api/resident/visits/" + id).at("/status");
            // cancelling a confirmed visit is allowed, so both may succeed one after the other, but never in the other
            // order
            assertThat(confirm).isIn(200, 409);
            assertThat(cancel).isIn(200, 409);
            assertThat(status).isEqualTo(cancel == 200 ? "CANCELLED" : "CONFIRMED");
            assertThat(cellsOf(id)).isEqualTo(cancel == 200 ? 0 : 3);
            if (cancel != 200) {
                step(somebody, "resident", id, "cancellation", Map.of("reason", "不需要了"), 200);
            }
        }
    }

    @Test
    void hidesVisitsFromEverybodyElse() {
        String id = confirmed("14:00");
        Http stranger = neighbours.resident();
        Http otherMember = neighbours.member("19900000002");
        stranger.get("/api/resident/visits/" + id).expect(404);
        for (String step : List.of("cancellation", "proposal-choice", "door-confirmation", "rating")) {
            Map<String, ?> body = Map.of("reason", "不需要了", "start", today("15:30"), "stars", 1, "helped", false);
            step(stranger, "resident", id, step, body, 404);
        }
        otherMember.get("/api/staff/visits/" + id).expect(404);
        Map<String, ?> body =
                Map.of("starts", List.of(today("15:30")), "reason", "没有时间", "result", "MET", "needs", List.of());
        for (String step : List.of("confirmation", "proposals", "decline", "cancellation", "check-in", "outcome")) {
            step(otherMember, "staff", id, step, body, 404);
        }
        step(otherMember, "staff", id, "reassignment", Map.of("memberId", "1", "reason", "换人"), 403);
        stranger.get("/api/staff/visits?status=REQUESTED").expect(403);
        assertThat(resident.get("/api/resident/visits/" + id).at("/status")).isEqualTo("CONFIRMED");
    }

    private List<String> slips(String id) {
        return database.queryForList(
                "SELECT CONCAT(person_kind, ' ', scene) FROM message WHERE subject_kind = 'VISIT' AND subject_id = ?",
                String.class,
                id);
    }

    /** One that cannot be ended must not keep all later ones from it. */
    @Test
    void endsTheOthersIfOneCannotBeEnded() {
        silence.expireUnanswered(); // what other tests left behind
        String broken = Neighbours.book(resident, today("15:30")).expect(201).at("/id");
        String sound = Neighbours.book(neighbours.resident(), today("16:15"))
                .expect(201)
                .at("/id");
        // A row that this version cannot read.
        neighbours.change("UPDATE visit SET purpose = 'FORGOTTEN', answer_by = created_at WHERE id = ?", broken);
        clock.moveTo(today("16:16"));
        try {
            silence.expireUnanswered();
        } finally {
            neighbours.change("UPDATE visit SET purpose = 'OTHER' WHERE id = ?", broken);
        }
        assertThat(database.queryForObject("SELECT status FROM visit WHERE id = ?", String.class, sound))
                .isEqualTo("EXPIRED");
    }

    @Test
    void movesToAnotherMemberWithItsTimeIfALeadSaysSo() {
        String id = confirmed("14:00");
        Http lead = neighbours.member("19900000031");
        Long leadId = database.queryForObject("SELECT id FROM staff_member WHERE number = 'HL031'", Long.class);
        Map<String, ?> body = Map.of("memberId", String.valueOf(leadId), "reason", "网格员请假");
        step(member, "staff", id, "reassignment", body, 403);
        step(lead, "staff", id, "reassignment", body, 200);
        assertThat(resident.get("/api/resident/visits/" + id).at("/reason")).isEqualTo("网格员请假");
        assertThat(slips(id)).contains("STAFF VISIT_TASK", "RESIDENT VISIT_REASSIGNED", "STAFF VISIT_TASK_GONE");
        member.get("/api/staff/visits/" + id).expect(404);
        Neighbours.book(neighbours.resident(), today("14:00")).expect(201);
        assertThat(cellsOf(id)).isEqualTo(3);
    }

    @Test
    void expectsOneVisitAtOneDoorAtATime() {
        String room = UUID.randomUUID().toString().substring(0, 8);
        Http wife = neighbours.resident(room);
        Http husband = neighbours.resident(room);
        Neighbours.book(wife, today("14:00")).expect(201);
        assertThat(openings(husband)).doesNotContain("" + today("14:00"));
    }

    @Test
    void saysWhatToDoWithoutAHousehold() {
        Http stranger = neighbours.stranger();
        assertThat(stranger.get("/api/resident/visit-openings").expect(422).at("/type"))
                .isEqualTo("urn:problem:visit:household-missing");
        assertThat(Neighbours.book(stranger, today("14:00")).expect(422).at("/detail"))
                .contains("住址");
    }

    @ParameterizedTest
    @CsvSource({"09:00,已经过去", "11:00,2小时", "13:45,时段", "14:15,时段", "12:00,时段"})
    void refusesWhatIsNoOpening(String time, String says) {
        assertThat(Neighbours.book(resident, today(time)).expect(422).at("/detail"))
                .contains(says);
    }

    @Test
    void refusesWhatIsTooFarAhead() {
        assertThat(Neighbours.book(resident, today("14:00").plus(Duration.ofDays(21)))
                        .expect(422)
                        .at("/detail"))
                .contains("14天");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"start\":null,\"purpose\":\"OTHER\"}",
                "{\"start\":\"tomorrow\",\"purpose\":\"OTHER\"}",
                "{\"start\":\"2026-11-24\",\"purpose\":\"OTHER\"}",
                "{\"start\":\"+999999999-01-01T00:00:00Z\",\"purpose\":\"OTHER\",\"note\":\"\"}",
                "{\"start\":\"2026-11-25T01:00:00Z\",\"purpose\":\"PARTY\"}",
                "{\"start\":\"2026-11-25T01:00:00Z\"}",
                "{\"start\":\"2026-11-25T01:00:00Z\",\"purpose\":\"OTHER\",\"note\":\"   \"}",
                "{\"start\":\"2026-11-25T01:00:00Z\",\"purpose\":\"OTHER\",\"note\":\"a\\u0000b\"}",
                "{\"start\":\"2026-11-25T01:00:00Z\",\"purpose\":\"OTHER\",\"requestId\":\"x\"}"
            })
    void refusesABookingThatIsNone(String body) {
        resident.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/resident/visits", body)
                .expect(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check-in|{\"doorCode\":\"12345\"}",
                "check-in|{\"doorCode\":\"abcdef\"}",
                "check-in|{\"location\":{\"latitude\":91,\"longitude\":121}}",
                "outcome|{}",
                "outcome|{\"result\":\"GONE\"}",
                "outcome|{\"result\":\"MET\",\"needs\":[null]}",
                "outcome|{\"result\":\"MET\",\"needs\":[{\"category\":\"x\"}]}",
                "proposals|{\"starts\":[]}",
                "proposals|{\"starts\":[null]}",
                "proposals|{}",
                "decline|{\"reason\":\"\"}",
                "decline|{}"
            })
    void refusesAStepWhoseBodyIsNone(String step, String body) {
        String id = confirmed("14:00");
        step(member, "staff", id, step, body, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?day=heute",
                "?day=9999-12-31",
                "?status=NOWHERE",
                "?status=REQUESTED&limit=0",
                "?status=REQUESTED&after=x"
            })
    void refusesAListThatIsNone(String query) {
        member.get("/api/staff/visits" + query).expect(400);
    }

    private String confirmed(String time) {
        String id = Neighbours.book(resident, today(time)).expect(201).at("/id");
        step(member, "staff", id, "confirmation", null, 200);
        return id;
    }

    private static Http.Answer step(
            Http who, String side, String id, String step, @org.jspecify.annotations.Nullable Object body, int status) {
        return who.post("/api/" + side + "/visits/" + id + "/" + step, body).expect(status);
    }

    private String openings(Http who) {
        return who.get("/api/resident/visit-openings").expect(200).text();
    }

    private int cellsOf(String visit) {
        Integer count =
                database.queryForObject("SELECT COUNT(*) FROM visit_cell WHERE visit_id = ?", Integer.class, visit);
        return count == null ? -1 : count;
    }

    /** A time of the clock's day in Shanghai. */
    private Instant today(String time) {
        return cn.gridbell.platform.calendar.WorkCalendar.dayOf(clock.instant())
                .atTime(java.time.LocalTime.parse(time))
                .atZone(cn.gridbell.platform.calendar.WorkCalendar.ZONE)
                .toInstant();
    }
}
