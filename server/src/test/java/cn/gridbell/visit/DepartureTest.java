package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** The member sets out: who may say so, when, once; and what the resident learns. */
@GridbellTest
class DepartureTest {

    private static final AtomicInteger DAYS = new AtomicInteger(40);

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
    VisitStore store;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

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
    void tellsTheResidentWhoIsOnTheWayAndByWhen() {
        String id = confirmed("14:00");
        clock.moveTo(today("13:40"));

        Http.Answer gone = depart(member, id, Map.of("minutes", 25)).expect(200);

        assertThat(at(gone, "/departedAt")).isBetween(today("13:40"), today("13:41"));
        assertThat(at(gone, "/expectedAt")).isBetween(today("14:05"), today("14:06"));
        Http.Answer seen = resident.get("/api/resident/visits/" + id).expect(200);
        assertThat(at(seen, "/expectedAt")).isBetween(today("14:05"), today("14:06"));
        assertThat(seen.at("/next")).contains("已出发", "14:05");
        assertThat(seen.at("/member/number")).isEqualTo("HL001");
        assertThat(told(id)).isEqualTo(1);
        assertThat(database.queryForObject(
                        "SELECT urgent FROM message WHERE scene = 'MEMBER_ON_THE_WAY' AND subject_id = ?",
                        Boolean.class,
                        id))
                .isTrue();
    }

    @Test
    void expectsNobodyBeforeTheTimeAgreedOn() {
        String id = confirmed("14:00");
        clock.moveTo(today("12:00"));

        assertThat(depart(member, id, null).expect(200).at("/expectedAt")).isEqualTo("" + today("14:00"));
    }

    @Test
    void takesADoubledTapForOneDeparture() throws Exception {
        String id = confirmed("14:00");
        clock.moveTo(today("13:40"));

        List<Integer> statuses = atOnce(
                () -> depart(member, id, null).status(),
                () -> depart(member, id, null).status(),
                () -> depart(member, id, null).status(),
                () -> depart(member, id, null).status());

        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(3);
        assertThat(depart(member, id, null).expect(409).at("/type")).isEqualTo("urn:problem:visit:already-on-the-way");
        assertThat(told(id)).isEqualTo(1);
    }

    @Test
    void letsOneOfDepartureAndCancellationWin() throws Exception {
        int departedFirst = 0;
        for (String time : List.of("14:00", "14:45", "15:30", "16:15")) {
            clock.moveTo(today("09:00"));
            Http someone = neighbours.resident();
            String id = Neighbours.book(someone, today(time)).expect(201).at("/id");
            answer(id, "confirmation", null).expect(200);
            clock.moveTo(today(time).minus(Duration.ofMinutes(20)));

            List<Integer> statuses = atOnce(() -> depart(member, id, null).status(), () -> someone.post(
                            "/api/resident/visits/" + id + "/cancellation", Map.of("reason", "临时有事"))
                    .status());

            String stands =
                    someone.get("/api/resident/visits/" + id).expect(200).at("/status");
            boolean departed = statuses.get(0) == 200;
            boolean cancelled = statuses.get(1) == 200;
            assertThat(departed || cancelled).isTrue();
            assertThat(stands).isEqualTo(cancelled ? "CANCELLED" : "CONFIRMED");
            assertThat(told(id)).isEqualTo(departed ? 1 : 0);
            departedFirst += departed ? 1 : 0;
            depart(member, id, null).expect(409);
        }
        assertThat(departedFirst).isBetween(0, 4);
    }

    /** Both read the visit before either wrote. */
    @Test
    void writesADepartureOnlyWhereTheVisitStandsAsItWasRead() {
        String id = confirmed("14:00");
        clock.moveTo(today("13:40"));
        Visit setsOut = store.require(VisitId.of(id));
        Visit calledOff = store.require(VisitId.of(id));
        calledOff.cancel(VisitSide.RESIDENT, "临时有事");
        setsOut.depart(Duration.ofHours(2), Duration.ZERO, clock.instant());

        transaction.executeWithoutResult(status -> store.write(calledOff));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> store.write(setsOut)))
                .isInstanceOf(VisitAlreadyMoved.class);
        assertThat(resident.get("/api/resident/visits/" + id).expect(200).at("/status"))
                .isEqualTo("CANCELLED");
        assertThat(departedAt(id)).isNull();
    }

    @Test
    void isNotThereForAnybodyElse() {
        String id = confirmed("14:00");
        clock.moveTo(today("13:40"));

        depart(neighbours.member("19900000002"), id, null).expect(404);
        depart(neighbours.member("19900000031"), id, null).expect(404);
        depart(resident, id, null).expect(403);
        depart(member, "999999999", null).expect(404);

        assertThat(told(id)).isZero();
        assertThat(departedAt(id)).isNull();
    }

    @Test
    void refusesAnotherDayTooEarlyTooLateAndWhatIsNotConfirmed() {
        String waiting = Neighbours.book(neighbours.resident(), today("15:30"))
                .expect(201)
                .at("/id");
        String id = confirmed("14:00");

        assertThat(depart(member, id, null).expect(409).at("/detail")).contains("12:00以后");
        clock.moveTo(today("11:59"));
        assertThat(depart(member, id, null).expect(409).at("/type")).isEqualTo("urn:problem:visit:departure-too-early");
        clock.moveTo(today("14:30"));
        assertThat(depart(member, id, null).expect(409).at("/type")).isEqualTo("urn:problem:visit:departure-too-late");
        depart(member, waiting, null).expect(409);
        clock.moveTo(today("14:00").plus(Duration.ofDays(1)));
        depart(member, id, null).expect(409);

        assertThat(departedAt(id)).isNull();
        assertThat(told(id)).isZero();
    }

    @Test
    void refusesAWayThatIsNone() {
        String id = confirmed("14:00");
        clock.moveTo(today("13:40"));
        for (String body : List.of("{\"minutes\":0}", "{\"minutes\":181}", "{\"minutes\":\"x\"}", "[]")) {
            member.post("/api/staff/visits/" + id + "/departure", body).expect(400);
        }
        assertThat(departedAt(id)).isNull();
    }

    @Test
    void forgetsADepartureIfAnotherMemberGoes() {
        String id = confirmed("14:00");
        clock.moveTo(today("13:40"));
        depart(member, id, null).expect(200);
        Long lead = database.queryForObject("SELECT id FROM staff_member WHERE number = 'HL031'", Long.class);

        neighbours
                .member("19900000031")
                .post(
                        "/api/staff/visits/" + id + "/reassignment",
                        Map.of("memberId", String.valueOf(lead), "reason", "路上车坏了"))
                .expect(200);

        assertThat(resident.get("/api/resident/visits/" + id).expect(200).at("/next"))
                .doesNotContain("已出发");
        depart(neighbours.member("19900000031"), id, null).expect(200);
        assertThat(told(id)).isEqualTo(2);
    }

    @Test
    void saysWhyTheTimeMovedToWhoWaits() {
        String id = confirmed("14:00");

        answer(id, "proposals", Map.of("starts", List.of(today("16:15")), "reason", "下午临时有会"))
                .expect(200);
        resident.post("/api/resident/visits/" + id + "/proposal-choice", Map.of("start", today("16:15")))
                .expect(200);

        assertThat(resident.get("/api/resident/visits/" + id).expect(200).at("/reason"))
                .isEqualTo("下午临时有会");
        assertThat(database.queryForList(
                        "SELECT CONCAT(person_kind, ' ', scene) FROM message WHERE subject_kind = 'VISIT' AND subject_id = ?",
                        String.class,
                        id))
                .contains("RESIDENT VISIT_MOVED", "STAFF VISIT_TASK", "RESIDENT VISIT_SOON");
    }

    private String confirmed(String time) {
        String id = Neighbours.book(resident, today(time)).expect(201).at("/id");
        answer(id, "confirmation", null).expect(200);
        return id;
    }

    private Http.Answer answer(String id, String step, @Nullable Object body) {
        return member.post("/api/staff/visits/" + id + "/" + step, body);
    }

    private static Http.Answer depart(Http who, String id, @Nullable Object body) {
        return who.post("/api/staff/visits/" + id + "/departure", body);
    }

    private static Instant at(Http.Answer answer, String pointer) {
        return Instant.parse(answer.at(pointer));
    }

    private int told(String id) {
        Integer count = database.queryForObject(
                "SELECT COUNT(*) FROM message WHERE scene = 'MEMBER_ON_THE_WAY' AND subject_id = ?", Integer.class, id);
        return count == null ? -1 : count;
    }

    private @Nullable Object departedAt(String id) {
        return database.queryForMap("SELECT departed_at FROM visit WHERE id = ?", id)
                .get("departed_at");
    }

    @SafeVarargs
    private static List<Integer> atOnce(Callable<Integer>... calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(calls.length);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (Callable<Integer> call : calls) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    /** A time of the clock's day in Shanghai. */
    private Instant today(String time) {
        return WorkCalendar.dayOf(clock.instant())
                .atTime(LocalTime.parse(time))
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }
}
