package cn.gridbell.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The street's administrator enters the year's notice: taken whole or not at all. */
@GridbellTest
@TestPropertySource(properties = "test.context=work-calendar")
@DirtiesContext
class WorkCalendarImportTest {

    private static final String PATH = "/api/staff/work-calendar/";
    private static final String ADMIN = "HL060";
    /** Made up: New Year's Day off, the Saturday after it worked, a Monday in February off. */
    private static final List<Map<String, Object>> NOTICE =
            List.of(day("2027-01-01", false, "元旦"), day("2027-01-02", true, "元旦调休"), day("2027-02-08", false, "春节"));

    private final People people;
    private final WorkCalendar calendar;
    private final MutableClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    WorkCalendarImportTest(
            People people,
            WorkCalendar calendar,
            MutableClock clock,
            JdbcTemplate sql,
            TransactionTemplate transactions) {
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
        this.sql = sql;
        this.transactions = transactions;
    }

    /** 2027 is not announced here; for other tests it is. */
    @BeforeEach
    void takeTheNoticeBack() {
        transactions.executeWithoutResult(
                back -> sql.update("DELETE FROM work_day WHERE day BETWEEN '2027-01-01' AND '2027-12-31'"));
        calendar.refresh();
    }

    @Test
    void aNoticeMakesTheYearCertainAtOnce() {
        assertThat(calendar.announced(2027)).isFalse();

        announce(2027, NOTICE).expect(204);

        assertThat(calendar.announced(2027)).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 2))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 2, 8))).isFalse();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void theSameYearAgainReplacesWhatWasKnown() {
        announce(2027, NOTICE).expect(204);

        announce(2027, List.of(day("2027-05-03", false, "劳动节"))).expect(204);

        assertThat(rows()).isOne();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 5, 3))).isFalse();
    }

    /** A receipt says it, and so do list and detail, until the notice is there. */
    @Test
    void aDeadlineInAYearNotAnnouncedIsMarkedUntilItIs() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-31T08:00:00Z")));
        People.Person resident = people.resident();

        Http.Answer before = submit(resident, "calendar-before");
        announce(2027, NOTICE).expect(204);
        Http.Answer after = submit(resident, "calendar-after");

        assertThat(before.json().at("/dueAtProvisional").asBoolean()).isTrue();
        assertThat(after.json().at("/dueAtProvisional").asBoolean()).isFalse();
        assertThat(before.at("/dueAt")).startsWith("2027-01-01T08:00:0");
        assertThat(after.at("/dueAt"))
                .as("New Year is off, the Saturday after it is worked")
                .startsWith("2027-01-02T08:00:0");
        Http.Answer seen = resident.http().get("/api/resident/requests/" + before.at("/id"));
        assertThat(seen.json().at("/dueAtProvisional").asBoolean()).isFalse();
        assertThat(seen.at("/dueAt")).as("what was told stays").isEqualTo(before.at("/dueAt"));
    }

    @Test
    void aWrongNoticeIsRefusedWholeAndSaysWhy() {
        announce(2027, NOTICE).expect(204);
        Map<String, List<Map<String, Object>>> wrong = Map.of(
                "不在2027年", with(day("2028-01-01", false, "元旦")),
                "写了两次", with(day("2027-02-08", false, "春节")),
                "本来就是工作日", with(day("2027-01-04", true, "元旦调休")),
                "节日名称", with(Map.of("day", "2027-10-01", "working", false)),
                "上班还是放假", with(Map.of("day", "2027-10-01", "name", "国庆节")),
                "1到100天", Collections.nCopies(101, day("2027-10-01", false, "国庆节")));

        wrong.forEach((why, notice) -> {
            Http.Answer no = announce(2027, notice).expect(400);
            assertThat(no.text()).as(why).contains(why);
        });
        announce(2027, List.of()).expect(400);
        announce(2027, with(Map.of("day", "2027-02-30", "working", false, "name", "没有这一天")))
                .expect(400);
        announce(2023, List.of(day("2023-01-02", false, "元旦"))).expect(400);

        assertThat(rows()).as("what stood there stands").isEqualTo(3);
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 2))).isTrue();
    }

    @Test
    void onlyAnAdministratorAnnounces() {
        for (String number : List.of("HL001", "HL047")) {
            people.staff(number).http().put(PATH + 2027, Map.of("days", NOTICE)).expect(403);
        }
        people.resident().http().put(PATH + 2027, Map.of("days", NOTICE)).expect(403);

        assertThat(rows()).isZero();
    }

    private Http.Answer announce(int year, List<Map<String, Object>> days) {
        return people.staff(ADMIN).http().put(PATH + year, Map.of("days", days));
    }

    private static Http.Answer submit(People.Person resident, String key) {
        return resident.http()
                .with("Idempotency-Key", key)
                .post("/api/resident/requests", Map.of("category", "NOISE", "description", "楼下夜里装修，吵得睡不着。"))
                .expect(201);
    }

    private static List<Map<String, Object>> with(Map<String, Object> wrong) {
        List<Map<String, Object>> notice = new ArrayList<>(NOTICE);
        notice.add(wrong);
        return notice;
    }

    private static Map<String, Object> day(String day, boolean working, String name) {
        return Map.of("day", day, "working", working, "name", name);
    }

    private int rows() {
        Integer rows = sql.queryForObject(
                "SELECT COUNT(*) FROM work_day WHERE day BETWEEN '2027-01-01' AND '2027-12-31'", Integer.class);
        return rows == null ? 0 : rows;
    }
}
