package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.GridRedrawn;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hours, leave, other times, silence, people who do not come, members who leave: over HTTP. */
@GridbellTest
class VisitArrangementsTest {

    private static final AtomicInteger WEEKS = new AtomicInteger();

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
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher facts;

    @Autowired
    org.springframework.context.ApplicationContext context;

    Neighbours neighbours;
    Http member;
    Http lead;
    Http resident;

    /** Grid HL-01-03: member HL003, lead HL031. */
    @BeforeEach
    void everybodyComes() {
        clock.moveTo(MutableClock.TUESDAY_MORNING.plus(Duration.ofDays(7L * WEEKS.getAndIncrement())));
        neighbours = new Neighbours(residents, staff, tokens, database, clock, environment);
        member = neighbours.member("19900000003");
        lead = neighbours.member("19900000031");
        resident = somebody();
    }

    // ---- hours

    @Test
    void offersWhatTheMemberSaysFromNowOn() {
        Map<String, Object> said = new HashMap<>(Map.of(
                "weekly", List.of(Map.of("weekday", 3, "from", "08:00", "to", "09:00")),
                "overrides",
                        List.of(Map.of("day", "" + day(5), "windows", List.of(Map.of("from", "23:30", "to", "24:00")))),
                "bufferMinutes", 30,
                "version", version()));
        Http.Answer kept = member.put("/api/staff/availability", Map.of("availability", said))
                .expect(200);
        assertThat(kept.json().at("/version").asInt()).isEqualTo(version());
        List<String> starts = openings();
        assertThat(starts).contains("" + at(1, "08:00"), "" + at(5, "23:30")).hasSizeBetween(2, 3);
        member.put("/api/staff/availability", Map.of("availability", said)).expect(409);
        assertThat(lead.get("/api/staff/availability?memberId=" + idOf("HL003"))
                        .expect(200)
                        .text())
                .contains("08:00");
        neighbours
                .member("19900000004")
                .get("/api/staff/availability?memberId=" + idOf("HL003"))
                .expect(404);
        usualHours();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"weekday\":1,\"from\":\"09:00\",\"to\":\"09:07\"}]|整刻钟",
                "[{\"weekday\":1,\"from\":\"09:00\",\"to\":\"24:15\"}]|24:00",
                "[{\"weekday\":8,\"from\":\"09:00\",\"to\":\"10:00\"}]|1到7",
                "[{\"weekday\":1,\"from\":\"09:00\",\"to\":\"10:00\"},{\"weekday\":1,\"from\":\"09:45\",\"to\":\"11:00\"}]|重叠"
            })
    void refusesHoursThatAreNone(String weekly, String says) {
        String body = "{\"availability\":{\"weekly\":" + weekly + ",\"overrides\":[],\"version\":" + version() + "}}";
        assertThat(member.put("/api/staff/availability", body).expect(400).text())
                .contains(says);
    }

    @Test
    void asksWhatBecomesOfVisitsOutsideTheNewHours() {
        String id = confirmed(at(1, "09:00"));
        Map<String, ?> none = Map.of("weekly", List.of(), "overrides", List.of(), "version", version());
        Http.Answer asked = member.put("/api/staff/availability", Map.of("availability", none))
                .expect(409);
        assertThat(asked.at("/type")).isEqualTo("urn:problem:visit:visits-hit");
        assertThat(asked.at("/visits/0/id")).isEqualTo(id);
        assertThat(member.get("/api/staff/availability").json().at("/version").asInt())
                .isEqualTo(none.get("version"));
        member.put(
                        "/api/staff/availability",
                        Map.of("availability", none, "decisions", List.of(Map.of("visitId", id, "decision", "KEEP"))))
                .expect(200);
        assertThat(statusOf(id)).isEqualTo("CONFIRMED");
        assertThat(openings()).isEmpty();
        usualHours();
    }

    @Test
    void saysWhyAYearWithoutANoticeOffersNothing() {
        clock.moveTo(Instant.parse("2029-12-27T01:30:00Z"));
        Http late = somebody();
        Http.Answer answer = late.get("/api/resident/visit-openings").expect(200);
        assertThat(answer.at("/closedBecause")).contains("2030年");
        assertThat(answer.text()).doesNotContain("\"start\":\"2030");
        assertThat(Neighbours.book(late, Instant.parse("2030-01-03T01:00:00Z"))
                        .expect(422)
                        .at("/detail"))
                .contains("2030年的放假和调休安排尚未公布");
    }

    // ---- leave

    @Test
    void decidesEachVisitOfALeaveInOneTransaction() {
        String kept = confirmed(at(1, "09:00"));
        String moved = confirmed(at(1, "09:45"));
        String proposed = confirmed(at(1, "14:00"));
        String cancelled =
                Neighbours.book(somebody(), at(1, "14:45")).expect(201).at("/id");
        Map<String, Object> leave = leave(1, 1);
        assertThat(member.post("/api/staff/leave", leave)
                        .expect(409)
                        .json()
                        .at("/visits")
                        .size())
                .isEqualTo(4);
        leave.put(
                "decisions",
                List.of(
                        Map.of("visitId", kept, "decision", "KEEP"),
                        Map.of("visitId", moved, "decision", "MOVE", "memberId", "" + idOf("HL031"), "reason", "网格员请假"),
                        Map.of("visitId", proposed, "decision", "PROPOSE", "reason", "网格员请假"),
                        Map.of("visitId", cancelled, "decision", "CANCEL", "reason", "网格员请假")));
        member.post("/api/staff/leave", leave).expect(400);
        assertThat(statusOf(moved)).isEqualTo("CONFIRMED");
        assertThat(memberOf(moved)).isEqualTo(idOf("HL003"));
        leave.put(
                "decisions",
                List.of(
                        Map.of("visitId", kept, "decision", "KEEP"),
                        Map.of("visitId", moved, "decision", "MOVE", "memberId", "" + idOf("HL031"), "reason", "网格员请假"),
                        Map.of(
                                "visitId",
                                proposed,
                                "decision",
                                "PROPOSE",
                                "starts",
                                List.of(at(2, "09:00"), at(2, "10:30")),
                                "reason",
                                "网格员请假"),
                        Map.of("visitId", cancelled, "decision", "CANCEL", "reason", "网格员请假")));
        String absence = member.post("/api/staff/leave", leave).expect(201).at("/id");
        assertThat(statusOf(kept)).isEqualTo("CONFIRMED");
        assertThat(memberOf(moved)).isEqualTo(idOf("HL031"));
        assertThat(statusOf(proposed)).isEqualTo("PROPOSED");
        assertThat(statusOf(cancelled)).isEqualTo("CANCELLED");
        assertThat(slips(moved)).contains("RESIDENT VISIT_REASSIGNED", "STAFF VISIT_TASK");
        assertThat(openings()).noneMatch(start -> start.startsWith("" + day(1)));
        assertThat(Neighbours.book(somebody(), at(1, "15:30")).expect(422).at("/detail"))
                .contains("请假或值班");
        assertThat(member.post("/api/staff/leave", leave(1, 2)).expect(409).at("/type"))
                .isEqualTo("urn:problem:visit:already-away");
        assertThat(member.get("/api/staff/leave").expect(200).text()).contains("\"" + absence + "\"");
        neighbours
                .member("19900000004")
                .post("/api/staff/leave/" + absence + "/withdrawal", null)
                .expect(404);
        member.post("/api/staff/leave/" + absence + "/withdrawal", null).expect(204);
        member.post("/api/staff/leave/" + absence + "/withdrawal", null).expect(404);
        Neighbours.book(somebody(), at(1, "15:30")).expect(201);
    }

    @Test
    void keepsTheOtherHalfOfADay() {
        Map<String, Object> leave = leave(1, 1);
        leave.put("kind", "DUTY");
        leave.put("fromHalf", "PM");
        String absence = member.post("/api/staff/leave", leave).expect(201).at("/id");
        assertThat(openings()).contains("" + at(1, "10:30")).doesNotContain("" + at(1, "14:00"));
        member.post("/api/staff/leave/" + absence + "/withdrawal", null).expect(204);
        leave.put("toHalf", "AM");
        assertThat(member.post("/api/staff/leave", leave).expect(400).at("/errors/0/field"))
                .isEqualTo("toHalf");
        member.post("/api/staff/leave", leave(2, 1)).expect(400);
        member.post("/api/staff/leave", leave(0, 90)).expect(400);
        member.post("/api/staff/leave", Map.of()).expect(400);
    }

    @Test
    void leavesTheVisitToTheLeadIfNobodyIsFree() {
        String id = confirmed(at(1, "09:00"));
        lead.post("/api/staff/leave", leave(1, 1)).expect(201);
        Map<String, Object> leave = leave(1, 1);
        leave.put("decisions", List.of(Map.of("visitId", id, "decision", "MOVE", "reason", "网格员请假")));
        member.post("/api/staff/leave", leave).expect(201);
        assertThat(lead.get("/api/staff/unplaced-visits").expect(200).text())
                .contains("\"" + id + "\"")
                .contains("网格员请假");
        assertThat(slips(id)).contains("STAFF VISIT_UNPLACED");
        member.get("/api/staff/unplaced-visits").expect(403);
        lead.post("/api/staff/visits/" + id + "/cancellation", Map.of("reason", "当天无人可上门，请改天"))
                .expect(200);
        assertThat(lead.get("/api/staff/unplaced-visits").text()).doesNotContain("\"" + id + "\"");
    }

    @Test
    void agreesOnNoTimeNobodyHas() {
        resident = somebody();
        String id = Neighbours.book(resident, at(1, "09:00")).expect(201).at("/id");
        List<Instant> starts = List.of(at(2, "10:00"), at(2, "14:00"));
        member.post("/api/staff/visits/" + id + "/proposals", Map.of("starts", starts, "reason", "当天有培训"))
                .expect(200);
        lead.post("/api/staff/leave", leave(2, 2)).expect(201);
        String absence =
                member.post("/api/staff/leave", leaveMoving(2, id)).expect(201).at("/id");
        assertThat(lead.get("/api/staff/unplaced-visits").text()).contains("\"" + id + "\"");
        Map<String, Object> choice = Map.of("start", starts.get(1));
        Http.Answer refused = resident.post("/api/resident/visits/" + id + "/proposal-choice", choice)
                .expect(409);
        assertThat(refused.at("/type")).endsWith("nobody-to-send");
        assertThat(statusOf(id)).isEqualTo("PROPOSED");
        assertThat(cellsOf(id)).isEmpty();

        member.post("/api/staff/leave/" + absence + "/withdrawal", null).expect(204);
        resident.post("/api/resident/visits/" + id + "/proposal-choice", choice).expect(200);
        assertThat(statusOf(id)).isEqualTo("CONFIRMED");
        assertThat(cellsOf(id)).containsOnly(idOf("HL003")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lead.get("/api/staff/unplaced-visits").text()).doesNotContain("\"" + id + "\"");
    }

    @Test
    void handsOverAllTimesTheResidentMayChooseFrom() {
        resident = somebody();
        String id = Neighbours.book(resident, at(1, "09:00")).expect(201).at("/id");
        List<Instant> starts = List.of(at(2, "10:00"), at(2, "14:00"));
        member.post("/api/staff/visits/" + id + "/proposals", Map.of("starts", starts, "reason", "当天有培训"))
                .expect(200);
        int held = cellsOf(id).size();
        lead.post(
                        "/api/staff/visits/" + id + "/reassignment",
                        Map.of("memberId", "" + idOf("HL031"), "reason", "网格员另有任务"))
                .expect(200);
        assertThat(cellsOf(id)).hasSize(held).containsOnly(idOf("HL031"));
        resident.post("/api/resident/visits/" + id + "/proposal-choice", Map.of("start", starts.get(0)))
                .expect(200);
        assertThat(cellsOf(id)).hasSize(held / 2).containsOnly(idOf("HL031"));
    }

    @Test
    void confirmsNoVisitWhileTheMemberIsAway() {
        resident = somebody();
        String id = Neighbours.book(resident, at(1, "09:00")).expect(201).at("/id");
        lead.post("/api/staff/leave", leave(1, 1)).expect(201);
        member.post("/api/staff/leave", leaveMoving(1, id)).expect(201);
        Http.Answer refused =
                member.post("/api/staff/visits/" + id + "/confirmation", null).expect(409);
        assertThat(refused.at("/type")).endsWith("nobody-to-send");
        assertThat(statusOf(id)).isEqualTo("REQUESTED");
    }

    @Test
    void asksTheDeputiesInTheirOrder() {
        Map<String, ?> chain = Map.of(
                "deputies", List.of(Map.of("memberId", "" + idOf("HL004")), Map.of("memberId", "" + idOf("HL002"))));
        member.put("/api/staff/deputies", chain).expect(200);
        member.put("/api/staff/deputies", Map.of("deputies", List.of(Map.of("memberId", "" + idOf("HL003")))))
                .expect(400);
        neighbours
                .member("19900000005")
                .put("/api/staff/deputies?memberId=" + idOf("HL003"), chain)
                .expect(404);
        String id = confirmed(at(1, "09:00"));
        plan(neighbours.member("19900000004"), at(1, "10:30"), "铃音巷21号").expect(404);
        neighbours.member("19900000004").post("/api/staff/leave", leave(1, 1)).expect(201);
        Map<String, Object> leave = leave(1, 1);
        leave.put("decisions", List.of(Map.of("visitId", id, "decision", "MOVE", "reason", "网格员请假")));
        member.post("/api/staff/leave", leave).expect(201);
        assertThat(memberOf(id)).isEqualTo(idOf("HL002"));
        member.put("/api/staff/deputies", Map.of("deputies", List.of())).expect(200);
    }

    @Test
    void asksWhoeverGoesNowToAnswer() {
        String id = Neighbours.book(resident, at(3, "14:00")).expect(201).at("/id");
        Map<String, Object> leave = leave(3, 3);
        leave.put("decisions", List.of(Map.of("visitId", id, "decision", "MOVE", "reason", "网格员请假")));
        member.post("/api/staff/leave", leave).expect(201);
        assertThat(memberOf(id)).isNotEqualTo(idOf("HL003"));
        assertThat(database.queryForObject("SELECT asked_id FROM visit_asking WHERE visit_id = ?", Long.class, id))
                .isEqualTo(memberOf(id));
    }

    @Test
    void nobodyIsAskedForDoorsOnLeave() {
        String round = "/api/staff/weekly-round?day=" + day(7);
        Http seconded = neighbours.member("19900000052");
        int before = seconded.get(round).expect(200).json().at("/workingDays").asInt();
        Map<String, Object> half = leave(8, 8);
        half.put("toHalf", "AM");
        seconded.post("/api/staff/leave", half).expect(201);
        assertThat(seconded.get(round).json().at("/workingDays").asInt()).isEqualTo(before);
        half.remove("toHalf");
        half.put("fromHalf", "PM");
        seconded.post("/api/staff/leave", half).expect(201);
        assertThat(seconded.get(round).json().at("/workingDays").asInt()).isEqualTo(before - 1);
    }

    // ---- planned, another time, silence

    @Test
    void holdsTheTimeOfAPlannedVisitForMemberAndDoor() {
        String id = plan(member, at(1, "09:00"), "铃音巷21号").expect(201).at("/id");
        assertThat(statusOf(id)).isEqualTo("PLANNED");
        assertThat(Neighbours.book(somebody(), at(1, "09:00")).status()).isEqualTo(409);
        assertThat(plan(member, at(1, "09:15"), "铃音巷21号").expect(409).at("/type"))
                .isEqualTo("urn:problem:visit:time-held");
        assertThat(slips(id)).contains("RESIDENT VISIT_PLANNED", "RESIDENT VISIT_REMINDER", "STAFF VISIT_TASK_SOON");
        member.post("/api/staff/visits", Map.of("reason", "CAMPAIGN", "start", at(1, "10:00"), "purpose", "OTHER"))
                .expect(400);
    }

    @Test
    void saysToNobodyByAPlannedVisitWhoReportedAnonymously() {
        assertThat(followUp(at(1, "09:00"), true).expect(400).at("/detail")).contains("不公开反映人");
        assertThat(followUp(at(1, "09:45"), false).expect(201).at("/status")).isEqualTo("PLANNED");
    }

    private Http.Answer followUp(Instant start, boolean anonymous) {
        String request = somebody()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/resident/requests",
                        Map.of("category", "GARBAGE", "description", "垃圾未清", "anonymous", anonymous))
                .expect(201)
                .at("/id");
        return member.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/staff/visits",
                        Map.of("reason", "FOLLOW_UP", "requestId", request, "start", start, "purpose", "OTHER"));
    }

    @Test
    void freesAndTakesInOneTransactionWhenTheResidentTakesAnotherTime() {
        String id = confirmed(at(1, "09:00"));
        Http.Answer moved = resident.post(
                        "/api/resident/visits/" + id + "/time-change",
                        Map.of("start", at(1, "10:30"), "reason", "上午临时有事"))
                .expect(200);
        assertThat(moved.at("/status")).isEqualTo("REQUESTED");
        assertThat(moved.at("/start")).isEqualTo("" + at(1, "10:30"));
        Neighbours.book(somebody(), at(1, "09:00")).expect(201);
        Http.Answer taken = resident.post(
                        "/api/resident/visits/" + id + "/time-change",
                        Map.of("start", at(1, "09:00"), "reason", "又有空了"))
                .expect(409);
        assertThat(taken.at("/type")).isEqualTo("urn:problem:visit:opening-taken");
        assertThat(resident.get("/api/resident/visits/" + id).at("/start")).isEqualTo("" + at(1, "10:30"));
        somebody()
                .post("/api/resident/visits/" + id + "/time-change", Map.of("start", at(1, "15:30"), "reason", "试试"))
                .expect(404);
        clock.moveTo(at(1, "09:45"));
        assertThat(resident.post(
                                "/api/resident/visits/" + id + "/time-change",
                                Map.of("start", at(1, "15:30"), "reason", "来不及"))
                        .expect(409)
                        .at("/type"))
                .isEqualTo("urn:problem:visit:too-late-to-change");
    }

    @Test
    void remindsOnceThenAsksTheLeadThenTheCommunityThenGivesTheTimeBack() {
        String id = Neighbours.book(resident, at(3, "14:00")).expect(201).at("/id");
        clock.moveTo(at(0, "11:31"));
        silence.remind();
        silence.remind();
        assertThat(slips(id)).filteredOn("STAFF VISIT_ANSWER_DUE"::equals).hasSize(1);
        clock.moveTo(answerBy(id).plusSeconds(1));
        silence.expireUnanswered();
        assertThat(lead.get("/api/staff/visits?status=REQUESTED&limit=50").text())
                .contains("\"" + id + "\"");
        clock.moveTo(answerBy(id).plusSeconds(1));
        silence.expireUnanswered();
        assertThat(slips(id)).filteredOn("STAFF VISIT_ANSWER_WANTED"::equals).hasSize(2);
        assertThat(slips(id)).filteredOn("RESIDENT VISIT_PASSED_UP"::equals).hasSize(2);
        clock.moveTo(answerBy(id).plusSeconds(1));
        silence.expireUnanswered();
        assertThat(statusOf(id)).isEqualTo("EXPIRED");
        assertThat(slips(id)).contains("RESIDENT VISIT_EXPIRED");
    }

    // ---- who was not there

    @Test
    void countsAMemberWhoDidNotComeOnceTheTimeIsOver() {
        String id = confirmed(at(1, "09:00"));
        assertThat(resident.post("/api/resident/visits/" + id + "/no-show", null)
                        .expect(409)
                        .at("/type"))
                .isEqualTo("urn:problem:visit:no-show-not-now");
        clock.moveTo(at(1, "09:31"));
        assertThat(resident.post("/api/resident/visits/" + id + "/no-show", null)
                        .expect(200)
                        .at("/reason"))
                .contains("没有网格员上门的登记");
        assertThat(noShows(id)).containsExactly("MEMBER");
        assertThat(database.queryForObject(
                        "SELECT said_by_resident FROM visit_no_show WHERE visit_id = ?", Boolean.class, id))
                .isTrue();
        resident.post("/api/resident/visits/" + id + "/no-show", null).expect(409);
    }

    @Test
    void endsAVisitNobodyWentTo() {
        String id = confirmed(at(1, "09:00"));
        String planned = plan(member, at(1, "09:45"), "铃音巷21号").expect(201).at("/id");
        clock.moveTo(at(1, "21:29"));
        silence.endMissed();
        assertThat(statusOf(id)).isEqualTo("CONFIRMED");
        clock.moveTo(at(1, "22:16"));
        silence.endMissed();
        assertThat(statusOf(planned)).isEqualTo("EXPIRED");
        clock.moveTo(at(1, "21:31"));
        clock.moveTo(at(1, "21:31"));
        silence.endMissed();
        assertThat(statusOf(id)).isEqualTo("EXPIRED");
        assertThat(slips(id)).contains("RESIDENT VISIT_MISSED");
    }

    @Test
    void countsAResidentOnlyIfTheMemberWasProvenToBeThereAndNobodyObjects() {
        String word = confirmed(at(1, "09:00"));
        Http unproven = resident;
        String proven = confirmed(at(1, "09:45"));
        clock.moveTo(at(1, "09:46"));
        notHome(word, Map.of());
        notHome(proven, Map.of("location", Location.of(new GeoPoint(30.6423451, 104.0771026)), "accuracy", 20));
        assertThat(noShows(word)).isEmpty();
        assertThat(noShows(proven)).containsExactly("RESIDENT");
        unproven.post("/api/resident/visits/" + word + "/no-show-objection", null)
                .expect(409);
        unproven.post("/api/resident/visits/" + proven + "/no-show-objection", null)
                .expect(404);
        resident.post("/api/resident/visits/" + proven + "/no-show-objection", null)
                .expect(200);
        resident.post("/api/resident/visits/" + proven + "/no-show-objection", null)
                .expect(409);
    }

    // ---- who goes after a change

    @Test
    void movesVisitsOfAMemberWhoLeft() {
        String id = confirmed(at(1, "09:00"));
        neighbours.change("UPDATE staff_member SET active = FALSE WHERE number = 'HL003'");
        try {
            redraw();
            assertThat(memberOf(id)).isEqualTo(idOf("HL031"));
            assertThat(resident.get("/api/resident/visits/" + id).at("/reason")).contains("调整");
            assertThat(slips(id)).contains("RESIDENT VISIT_REASSIGNED", "STAFF VISIT_TASK");
            assertThat(database.queryForObject(
                            "SELECT COUNT(*) FROM visit_cell WHERE visit_id = ? AND member_id = ?",
                            Integer.class,
                            id,
                            idOf("HL031")))
                    .isEqualTo(3);
        } finally {
            neighbours.change("UPDATE staff_member SET active = TRUE WHERE number = 'HL003'");
        }
    }

    @Test
    void movesVisitsOfADoorThatIsInAnotherGridNow() {
        String id = confirmed(at(1, "09:00"));
        neighbours.change(
                "UPDATE household SET grid_id = (SELECT id FROM grid WHERE code = 'HL-01-04') WHERE id = (SELECT household_id FROM visit WHERE id = ?)",
                id);
        redraw();
        assertThat(memberOf(id)).isEqualTo(idOf("HL004"));
        redraw();
        assertThat(memberOf(id)).isEqualTo(idOf("HL004"));
    }

    private void redraw() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(open -> facts.publishEvent(new GridRedrawn(clock.instant())));
        try {
            Object placements = context.getBean(Class.forName("cn.gridbell.visit.placing.Placements"));
            var run = placements.getClass().getDeclaredMethod("run");
            run.setAccessible(true);
            run.invoke(placements);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void notHome(String id, Map<String, ?> checkIn) {
        member.post("/api/staff/visits/" + id + "/check-in", checkIn).expect(200);
        member.post("/api/staff/visits/" + id + "/outcome", Map.of("result", "NOT_HOME"))
                .expect(200);
    }

    private Http.Answer plan(Http who, Instant start, String compound) {
        neighbours.resident(compound, "2号楼");
        Long household = database.queryForObject(
                "SELECT household_id FROM resident WHERE id = (SELECT MAX(id) FROM resident WHERE household_id IS NOT NULL)",
                Long.class);
        return who.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/staff/visits",
                        Map.of(
                                "reason",
                                "CAMPAIGN",
                                "householdId",
                                "" + household,
                                "start",
                                start,
                                "purpose",
                                "SAFETY_CHECK"));
    }

    private Http somebody() {
        return neighbours.resident("铃音巷21号", "1号楼");
    }

    /** By a new resident, who is {@link #resident} from now on. */
    private String confirmed(Instant start) {
        resident = somebody();
        String id = Neighbours.book(resident, start).expect(201).at("/id");
        member.post("/api/staff/visits/" + id + "/confirmation", null).expect(200);
        return id;
    }

    private Map<String, Object> leave(int from, int to) {
        return new HashMap<>(Map.of("kind", "LEAVE", "from", "" + day(from), "to", "" + day(to)));
    }

    private Map<String, Object> leaveMoving(int day, String visit) {
        Map<String, Object> leave = leave(day, day);
        leave.put("decisions", List.of(Map.of("visitId", visit, "decision", "MOVE", "reason", "网格员请假")));
        return leave;
    }

    /** Whose time the visit holds, one entry for each cell. */
    private List<Long> cellsOf(String id) {
        return database.queryForList("SELECT member_id FROM visit_cell WHERE visit_id = ?", Long.class, id);
    }

    private void usualHours() {
        Map<String, Object> usual = new HashMap<>(Map.of("overrides", List.of(), "version", version()));
        member.put("/api/staff/availability", Map.of("availability", usual)).expect(200);
    }

    private int version() {
        return member.get("/api/staff/availability")
                .expect(200)
                .json()
                .at("/version")
                .asInt();
    }

    private List<String> openings() {
        return somebody()
                .get("/api/resident/visit-openings")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(opening -> opening.at("/start").asString(""))
                .toList();
    }

    private Instant answerBy(String id) {
        return Instant.parse(resident.get("/api/resident/visits/" + id).at("/answerBy"));
    }

    private String statusOf(String id) {
        return Objects.requireNonNull(
                database.queryForObject("SELECT status FROM visit WHERE id = ?", String.class, id));
    }

    private Long memberOf(String id) {
        return Objects.requireNonNull(
                database.queryForObject("SELECT member_id FROM visit WHERE id = ?", Long.class, id));
    }

    private Long idOf(String number) {
        return Objects.requireNonNull(
                database.queryForObject("SELECT id FROM staff_member WHERE number = ?", Long.class, number));
    }

    private List<String> noShows(String id) {
        return database.queryForList("SELECT side FROM visit_no_show WHERE visit_id = ?", String.class, id);
    }

    private List<String> slips(String id) {
        return database.queryForList(
                "SELECT CONCAT(person_kind, ' ', scene) FROM message WHERE subject_kind = 'VISIT' AND subject_id = ?",
                String.class,
                id);
    }

    /** @param days after the clock's first day in this test */
    private LocalDate day(int days) {
        return WorkCalendar.dayOf(MutableClock.TUESDAY_MORNING).plusDays(7L * (WEEKS.get() - 1) + days);
    }

    private Instant at(int days, String time) {
        return day(days).atTime(LocalTime.parse(time)).atZone(WorkCalendar.ZONE).toInstant();
    }
}
