package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.COMMUNITY;
import static cn.gridbell.request.RequestJourney.LEAD;
import static cn.gridbell.request.RequestJourney.MEMBER;
import static cn.gridbell.request.RequestJourney.accept;
import static cn.gridbell.request.RequestJourney.detail;
import static cn.gridbell.request.RequestJourney.staff;
import static cn.gridbell.request.RequestJourney.submit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.calendar.WorkCalendar;
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

/** 甄别派发: what nothing clear is known of waits for a person, who says what it is about and so who takes it. */
@GridbellTest
class ScreeningTest {

    private static final Map<String, Object> VAGUE = Map.of("description", "麻烦你们过来看一下");

    private final People people;
    private final MutableClock clock;
    private final WorkCalendar calendar;
    private final RequestTimer timer;
    private final JdbcTemplate sql;

    @Autowired
    ScreeningTest(People people, MutableClock clock, WorkCalendar calendar, RequestTimer timer, JdbcTemplate sql) {
        this.people = people;
        this.clock = clock;
        this.calendar = calendar;
        this.timer = timer;
        this.sql = sql;
    }

    @Test
    void unclearWordsWaitForTheGridLead() {
        People.Person resident = people.resident();
        People.Person lead = people.staff(LEAD);

        Http.Answer receipt = submit(resident, VAGUE).expect(201);

        String id = receipt.at("/id");
        assertThat(receipt.at("/status")).isEqualTo("SUBMITTED");
        assertThat(receipt.at("/holder/title")).isEqualTo("网格长");
        assertThat(detail(resident, id).at("/timeline/1/kind")).isEqualTo("SCREENING");
        assertThat(box(lead)).contains(id);
        assertThat(told(id)).containsExactlyInAnyOrder("REQUEST_RECEIVED", "REQUEST_TO_SCREEN");
        accept(lead, id).expect(409);
        accept(people.staff(MEMBER), id).expect(409);
        assertThat(detail(resident, id).at("/status")).isEqualTo("SUBMITTED");
    }

    @Test
    void whoChoseOtherWaitsTooHoweverClearTheWords() {
        Http.Answer receipt = submit(people.resident(), Map.of("category", "OTHER", "description", "楼道里有人飞线充电，给电瓶车充电"))
                .expect(201);

        assertThat(receipt.at("/status")).isEqualTo("SUBMITTED");
    }

    @Test
    void theScreenersCategoryLeadsToItsHolderOnItsOwnTimeSinceTheSubmission() {
        People.Person resident = people.resident();
        String id = submit(resident, VAGUE).expect(201).at("/id");
        Instant submitted = Instant.parse(detail(resident, id).at("/submittedAt"));
        clock.advance(Duration.ofMinutes(50));

        Http.Answer screened = dispatch(LEAD, id, "NOISE").expect(200);

        assertThat(screened.at("/status")).isEqualTo("ASSIGNED");
        Http.Answer seen = detail(resident, id);
        assertThat(seen.at("/category/code")).isEqualTo("NOISE");
        assertThat(seen.at("/holder/title")).isEqualTo("网格员");
        assertThat(Instant.parse(seen.at("/dueAt"))).isEqualTo(calendar.after(submitted, Duration.ofHours(7)));
        assertThat(seen.json().at("/timeline").toString()).contains("甄别为“噪音扰民”：听过居民描述");
        assertThat(told(id)).contains("REQUEST_ASSIGNED", "REQUEST_HANDED_ON");
        accept(people.staff(MEMBER), id).expect(200);
        dispatch(LEAD, id, "PARKING").expect(200);
        assertThat(detail(resident, id).at("/dueAt"))
                .as("what somebody works by already stays")
                .isEqualTo(seen.at("/dueAt"));
    }

    @Test
    void aCategoryThatDemandsAHigherLevelTakesItThere() {
        String id = submit(people.resident(), VAGUE).expect(201).at("/id");

        Http.Answer screened = dispatch(COMMUNITY, id, "GAS_SAFETY").expect(200);

        assertThat(screened.at("/colour")).isEqualTo("YELLOW");
    }

    @Test
    void aNamedUnitTakesItUnderTheCategory() {
        People.Person resident = people.resident();
        String id = submit(resident, VAGUE).expect(201).at("/id");
        String unit = String.valueOf(sql.queryForObject("SELECT id FROM staff_unit WHERE code = 'CG-01'", Long.class));

        staff(
                        people.staff(LEAD),
                        id,
                        "assignment",
                        Map.of("category", "STREET_VENDING", "unitId", unit, "reason", "属城管职责"))
                .expect(200);

        assertThat(detail(resident, id).at("/holder/title")).isEqualTo("城管执法和铃中队");
        assertThat(detail(resident, id).at("/category/code")).isEqualTo("STREET_VENDING");
    }

    @Test
    void onlyWhoLeadsScreensAndOnlyWithACategoryOrAHolder() {
        People.Person resident = people.resident();
        String id = submit(resident, VAGUE).expect(201).at("/id");

        dispatch(MEMBER, id, "NOISE").expect(403);
        dispatch(LEAD, id, "NO_SUCH").expect(400);
        dispatch(LEAD, id, "ORDER").expect(400);
        staff(people.staff(LEAD), id, "assignment", Map.of("reason", "看过了")).expect(400);

        assertThat(detail(resident, id).at("/status")).isEqualTo("SUBMITTED");
        assertThat(detail(resident, id).at("/category/code")).isEqualTo("OTHER");
        staff(people.staff(LEAD), id, "rejection", Map.of("words", "不属于街道职责，请拨打12345。"))
                .expect(200);
    }

    @Test
    void whatNobodyScreensInTimeGoesUp() {
        People.Person resident = people.resident();
        String id = submit(resident, VAGUE).expect(201).at("/id");
        clock.advance(Duration.ofDays(3));

        timer.run();

        Http.Answer seen = detail(resident.signedInAgain(), id);
        assertThat(seen.at("/colour")).isEqualTo("YELLOW");
        assertThat(seen.at("/status")).isEqualTo("ASSIGNED");
    }

    private Http.Answer dispatch(String number, String id, String category) {
        return staff(people.staff(number), id, "assignment", Map.of("category", category, "reason", "听过居民描述"));
    }

    private List<String> told(String id) {
        return sql.queryForList(
                "SELECT scene FROM message WHERE subject_kind = 'REQUEST' AND subject_id = ? AND scene <> 'PERSON_NOT_TOLD'",
                String.class,
                id);
    }

    private static List<String> box(People.Person member) {
        Http.Answer mine =
                member.http().get("/api/staff/requests?limit=50&box=MINE").expect(200);
        return StreamSupport.stream(mine.json().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString(""))
                .toList();
    }
}
