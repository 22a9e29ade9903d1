package cn.gridbell.request;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Units with their own box, returns and the joint meeting, extensions, questions, moves down, coordination: over HTTP. */
@GridbellTest
class UnitsAndLevelsTest {

    private static final String ENFORCEMENT = "CG-01";
    private static final String POLICE = "GA-01";

    private final People people;
    private final MutableClock clock;
    private final RequestTimer timer;
    private final JdbcTemplate sql;

    @Autowired
    UnitsAndLevelsTest(People people, MutableClock clock, RequestTimer timer, JdbcTemplate sql) {
        this.people = people;
        this.clock = clock;
        this.timer = timer;
        this.sql = sql;
    }

    @Test
    void aUnitGetsAcceptsAndAnswersFromItsOwnBox() {
        People.Person resident = people.resident();
        String id = submitted(resident);
        String due = detail(resident, id).at("/dueAt");
        toUnit(people.staff("HL031"), id, ENFORCEMENT).expect(200);

        assertThat(box(people.staff("HL053"), "UNIT")).contains(id);
        assertThat(box(people.staff("HL054"), "UNIT")).doesNotContain(id);
        assertThat(detail(resident, id).at("/holder/title")).isEqualTo("城管执法和铃中队");
        assertThat(detail(resident, id).at("/dueAt")).isEqualTo(due);
        accept(people.staff("HL001"), id).expect(409);
        accept(people.staff("HL053"), id).expect(200);
        assertThat(box(people.staff("HL052"), "UNIT")).contains(id);
        assertThat(answer(people.staff("HL053"), id).expect(200).at("/status")).isEqualTo("ANSWERED");
    }

    @Test
    void propertyCompaniesSeeOnlyWhatIsTheirs() {
        String id = submitted(people.resident());
        People.Person property = people.staff("HL057");
        property.http().get("/api/staff/requests/" + id).expect(404);
        assertThat(box(property, "GRID")).isEmpty();

        toUnit(people.staff("HL031"), id, "WY-01").expect(200);

        property.http().get("/api/staff/requests/" + id).expect(200);
        assertThat(box(property, "UNIT")).contains(id);
    }

    @Test
    void theSecondUnitsReturnMovesItUpAndTheJointMeetingDecidesForGood() {
        People.Person resident = people.resident();
        String id = submitted(resident);
        toUnit(people.staff("HL031"), id, ENFORCEMENT).expect(200);
        People.Person enforcement = people.staff("HL052");
        staff(enforcement, id, "return", Map.of("item", "XX-99", "reason", "不归我们管"))
                .expect(400);
        staff(enforcement, id, "return", Map.of("item", "GA-01", "reason", "属公安职责"))
                .expect(200);
        staff(
                        people.staff("HL041"),
                        id,
                        "return-decision",
                        Map.of("granted", true, "unitId", unit(POLICE), "reason", "转派出所"))
                .expect(200);

        Http.Answer second = staff(people.staff("HL054"), id, "return", Map.of("item", "CG-01", "reason", "属城管职责"))
                .expect(200);

        assertThat(second.at("/subState")).isEqualTo("JOINT_MEETING");
        assertThat(second.at("/colour")).isEqualTo("YELLOW");
        assertThat(agenda()).contains(id);
        staff(people.staff("HL041"), id, "meeting-decision", Map.of("unitId", unit(ENFORCEMENT), "reason", "由城管办"))
                .expect(403);
        staff(people.staff("HL047"), id, "meeting-decision", Map.of("unitId", unit(ENFORCEMENT), "reason", "由城管办"))
                .expect(200);
        assertThat(staff(enforcement, id, "return", Map.of("item", "GA-01", "reason", "还是不归我们"))
                        .expect(409)
                        .at("/type"))
                .isEqualTo("urn:problem:request:returns-spent");
        accept(enforcement, id).expect(200);
    }

    @Test
    void anExtensionIsAskedOnceBeforeTheDeadlineAndDecidedAbove() {
        People.Person resident = people.resident();
        People.Person member = people.staff("HL001");
        String id = submitted(resident);
        accept(member, id).expect(200);
        String due = detail(resident, id).at("/dueAt");
        Map<String, Object> more = Map.of("workingHours", 7, "reason", "等材料到货");
        staff(member, id, "extension", more).expect(200);
        staff(people.staff("HL031"), id, "extension-decision", Map.of("granted", true, "reason", "同意"))
                .expect(403);

        Http.Answer granted = staff(
                        people.staff("HL041"), id, "extension-decision", Map.of("granted", true, "reason", "情况属实"))
                .expect(200);

        assertThat(Instant.parse(granted.at("/dueAt"))).isAfter(Instant.parse(due));
        assertThat(staff(member, id, "extension", more).expect(409).at("/type"))
                .isEqualTo("urn:problem:request:extended-once");
        String late = submitted(resident);
        accept(member, late).expect(200);
        clock.advance(Duration.ofDays(2));
        assertThat(staff(people.staff("HL001"), late, "extension", more)
                        .expect(409)
                        .at("/type"))
                .isEqualTo("urn:problem:request:too-late");
    }

    @Test
    void aQuestionWaitsFiveWorkingDaysAndTheClockRuns() {
        People.Person resident = people.resident();
        People.Person member = people.staff("HL041");
        String id = submitted(resident);
        accept(member, id).expect(200);
        String due = detail(resident, id).at("/dueAt");
        staff(member, id, "question", Map.of("question", "是几点开始吵的")).expect(200);
        assertThat(detail(resident, id).at("/subState")).isEqualTo("WAITING_RESIDENT");
        assertThat(detail(resident, id).at("/dueAt")).isEqualTo(due);
        String reply = "/api/resident/requests/" + id + "/reply";
        resident.http().post(reply, Map.of("text", "晚上十点以后")).expect(200);
        resident.http().post(reply, Map.of("text", "再说一遍")).expect(409);

        staff(member, id, "question", Map.of("question", "哪一户")).expect(200);
        clock.advance(Duration.ofDays(6));
        timer.lapse();
        assertThat(subState(id)).isEqualTo("WAITING_RESIDENT");
        People.Person asked = resident.signedInAgain();
        for (JsonNode seen : List.of(
                detail(asked, id).json(),
                people.staff("HL041")
                        .http()
                        .get("/api/staff/requests/" + id)
                        .expect(200)
                        .json())) {
            assertThat(seen.at("/clock/workingMinutes").asInt())
                    .as("six days from a Tuesday are four working days")
                    .isEqualTo(4 * 420);
            assertThat(seen.at("/clock/waitingMinutes").asInt()).isEqualTo(4 * 420);
            assertThat(seen.at("/clock/words").asString()).isEqualTo("已用时28小时0分钟，其中等待居民回复28小时0分钟（工作时间）");
        }
        clock.advance(Duration.ofDays(2));
        timer.lapse();
        timer.lapse();
        assertThat(subState(id)).isEqualTo("null");
        assertThat(entries(id, "WAITING_LAPSED")).isOne();
    }

    @Test
    void itMovesDownOnlyWithConsentOfTheLevelBelow() {
        String id = submitted(people.resident());
        staff(people.staff("HL001"), id, "escalation", Map.of("reason", "请社区协调"))
                .expect(200);
        People.Person community = people.staff("HL041");
        accept(community, id).expect(200);
        staff(community, id, "down-offer", Map.of("reason", "已协调好，网格可以办")).expect(200);
        Map<String, Object> yes = Map.of("granted", true, "reason", "可以接");
        staff(community, id, "down-consent", yes).expect(403);
        staff(people.staff("HL047"), id, "down-consent", yes).expect(403);

        assertThat(staff(people.staff("HL001"), id, "down-consent", yes)
                        .expect(200)
                        .at("/colour"))
                .isEqualTo("GREEN");
    }

    @Test
    void rejectedSaysWhereToGo() {
        People.Person resident = people.resident();
        String id = submitted(resident);

        staff(people.staff("HL031"), id, "rejection", Map.of("words", "不属于街道职责，请拨打12345。"))
                .expect(200);

        assertThat(detail(resident, id).at("/status")).isEqualTo("REJECTED");
        assertThat(detail(resident, id).at("/outcome/result")).contains("12345");
        assertThat(scenes(id)).contains("REQUEST_REJECTED");
    }

    @Test
    void aCommunityCoordinatesUnitsAtOneTableAndTheResidentRates() {
        People.Person resident = people.resident();
        String id = submitted(resident);
        staff(people.staff("HL001"), id, "escalation", Map.of("reason", "需要城管和派出所配合"))
                .expect(200);
        People.Person community = people.staff("HL041");
        accept(community, id).expect(200);
        People.Person elsewhere = people.staff("HL055");
        elsewhere.http().get("/api/staff/requests/" + id).expect(404);
        Map<String, Object> table = Map.of(
                "requestId",
                id,
                "purpose",
                "夜间施工噪声联合整治",
                "unitIds",
                List.of(unit(ENFORCEMENT), unit(POLICE)),
                "withResident",
                true);

        String coordination = community
                .http()
                .post("/api/staff/coordinations", table)
                .expect(201)
                .at("/id");

        community.http().post("/api/staff/coordinations", table).expect(409);
        elsewhere.http().get("/api/staff/requests/" + id).expect(200);
        String at = "/api/staff/coordinations/" + coordination;
        community.http().post(at + "/minutes", Map.of("words", "明确由城管现场处置")).expect(200);
        String task = community
                .http()
                .post(
                        at + "/tasks",
                        Map.of(
                                "what",
                                "现场劝停",
                                "unitId",
                                unit(ENFORCEMENT),
                                "dueAt",
                                clock.instant().plus(Duration.ofHours(8)).toString()))
                .expect(200)
                .at("/tasks/0/id");
        elsewhere.http().post(at + "/tasks/" + task + "/completion", null).expect(403);
        people.staff("HL053")
                .http()
                .post(at + "/tasks/" + task + "/completion", null)
                .expect(200);
        community.http().post(at + "/closure", Map.of()).expect(400);
        community.http().post(at + "/closure", Map.of("outcome", "已停工并承诺夜间不施工")).expect(200);
        community.http().post(at + "/closure", Map.of("outcome", "再结束一次")).expect(409);
        elsewhere.http().get("/api/staff/requests/" + id).expect(404);
        answer(community, id).expect(200);
        assertThat(rate(resident, id, "YES", 5).expect(200).at("/status")).isEqualTo("EVALUATED");
    }

    @Test
    void redIsReportedAndTheDistrictsAnswerRecorded() {
        People.Person resident = people.resident();
        String id = submitted(resident);
        for (String holder : List.of("HL001", "HL041", "HL046")) {
            staff(people.staff(holder), id, "escalation", Map.of("reason", "需要上一级协调"))
                    .expect(200);
        }
        assertThat(detail(resident, id).at("/colour")).isEqualTo("RED");

        staff(people.staff("HL047"), id, "district-answer", Map.of("words", "已列入本月整治计划"))
                .expect(200);

        assertThat(entries(id, "DISTRICT_ANSWERED")).isOne();
        assertThat(scenes(id)).contains("REQUEST_REPORTED", "REQUEST_ESCALATED");
    }

    @Test
    void theRoutingTableSendsACategoryToAUnit() {
        People.Person admin = people.staff("HL046");
        People.Person resident = people.resident();
        String grid = resident.http().get("/api/resident/me").at("/grid/id");
        Map<String, Object> line =
                Map.of("gridId", grid, "category", "PESTS", "target", "UNIT", "unitId", unit("WY-01"));
        people.staff("HL041").http().put("/api/staff/request-routes", line).expect(403);
        admin.http().put("/api/staff/request-routes", line).expect(204);
        Map<String, Object> pests = Map.of("category", "PESTS", "description", "楼道里有老鼠。");
        String id = RequestJourney.submit(resident, pests).expect(201).at("/id");
        assertThat(detail(resident, id).at("/holder/title")).isEqualTo("和铃物业服务公司");

        admin.http()
                .put("/api/staff/request-routes", Map.of("gridId", grid, "category", "PESTS", "target", "COMMUNITY"))
                .expect(204);
        String unclaimed = RequestJourney.submit(resident, pests).expect(201).at("/id");
        assertThat(detail(resident, unclaimed).at("/holder/title")).isEqualTo("社区工作人员");
        forgetRoutesOf(admin, grid);
    }

    @Test
    void aRouteOfNoCategoryIsRefused() {
        People.Person admin = people.staff("HL046");
        String grid = people.resident().http().get("/api/resident/me").at("/grid/id");
        String before =
                admin.http().get("/api/staff/request-routes").expect(200).text();
        Map<String, Object> unknown = Map.of("gridId", grid, "category", "NO_SUCH", "target", "COMMUNITY");
        Map<String, Object> everything = Map.of("target", "COMMUNITY");

        assertThat(admin.http()
                        .put("/api/staff/request-routes", unknown)
                        .expect(400)
                        .at("/errors/0/message"))
                .contains("没有这个诉求类别");
        admin.http().put("/api/staff/request-routes", everything).expect(400);

        assertThat(admin.http().get("/api/staff/request-routes").expect(200).text())
                .isEqualTo(before);
    }

    /** 无主管楼院: a building of which nobody said which property company looks after it. */
    @Test
    void anUnclaimedBuildingIsTheCommunitysUntilACompanyTakesIt() {
        People.Person admin = people.staff("HL046");
        People.Person resident = people.resident();
        String grid = resident.http().get("/api/resident/me").at("/grid/id");
        Map<String, Object> service = Map.of("category", "PROPERTY_SERVICE", "description", "单元门坏了没人修。");

        String unclaimed = RequestJourney.submit(resident, service).expect(201).at("/id");
        Map<String, Object> company =
                Map.of("gridId", grid, "category", "HOUSING", "target", "UNIT", "unitId", unit("WY-01"));
        admin.http().put("/api/staff/request-routes", company).expect(204);
        String claimed = RequestJourney.submit(resident, service).expect(201).at("/id");
        forgetRoutesOf(admin, grid);

        assertThat(detail(resident, unclaimed).at("/holder/title")).isEqualTo("社区工作人员");
        assertThat(detail(resident, unclaimed).at("/colour")).isEqualTo("GREEN");
        assertThat(detail(resident, claimed).at("/holder/title")).isEqualTo("和铃物业服务公司");
    }

    private static void forgetRoutesOf(People.Person admin, String grid) {
        for (var route :
                admin.http().get("/api/staff/request-routes").expect(200).json().at("/items")) {
            if (route.at("/gridId").asString("").equals(grid)) {
                admin.http()
                        .delete("/api/staff/request-routes/" + route.at("/id").asString(""))
                        .expect(204);
            }
        }
    }

    private Http.Answer toUnit(People.Person lead, String id, String code) {
        return staff(lead, id, "assignment", Map.of("unitId", unit(code), "reason", "属单位职责"));
    }

    private String unit(String code) {
        return String.valueOf(sql.queryForObject("SELECT id FROM staff_unit WHERE code = ?", Long.class, code));
    }

    private List<String> agenda() {
        return ids(people.staff("HL047")
                .http()
                .get("/api/staff/joint-meeting?limit=50")
                .expect(200));
    }

    private static List<String> box(People.Person member, String box) {
        return ids(member.http().get("/api/staff/requests?limit=50&box=" + box).expect(200));
    }

    private static List<String> ids(Http.Answer page) {
        return StreamSupport.stream(page.json().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString(""))
                .toList();
    }

    private String subState(String id) {
        return String.valueOf(sql.queryForObject("SELECT sub_state FROM request WHERE id = ?", String.class, id));
    }

    private int entries(String id, String kind) {
        Integer count = sql.queryForObject(
                "SELECT COUNT(*) FROM request_entry WHERE request_id = ? AND kind = ?", Integer.class, id, kind);
        return count == null ? 0 : count;
    }

    private List<String> scenes(String id) {
        return sql.queryForList(
                "SELECT scene FROM message WHERE subject_kind = 'REQUEST' AND subject_id = ?", String.class, id);
    }
}
