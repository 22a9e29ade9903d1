package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.resident.ResidentForgotten;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How presence is graded, what residents think, who calls back, and what a calendar shows; days of December 2026 of their own. */
@GridbellTest
class AfterTheVisitTest {

    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final List<LocalDate> WORKDAYS = Stream.iterate(LocalDate.of(2026, 12, 1), day -> day.plusDays(1))
            .filter(day ->
                    day.getDayOfWeek().getValue() >= 3 && day.getDayOfWeek().getValue() <= 5)
            .filter(day -> day.getDayOfMonth() != 16)
            .limit(10)
            .toList();

    @Autowired
    Residents residents;

    @Autowired
    StaffMembers staff;

    @Autowired
    JwtEncoder tokens;

    @Autowired
    ApplicationEventPublisher facts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    @Autowired
    Environment environment;

    @Autowired
    @Qualifier("lookAfterCallBacks")
    RecurringTask<Void> callBacks;

    Neighbours neighbours;
    Http member;
    Http lead;
    LocalDate day = WORKDAYS.get(0);
    int visits;

    @BeforeEach
    void aNewDay() {
        day = WORKDAYS.get(DAYS.getAndIncrement());
        clock.moveTo(at("08:00"));
        neighbours = new Neighbours(residents, staff, tokens, database, clock, environment);
        member = neighbours.member("19900000001");
        lead = neighbours.member("19900000031");
    }

    @Test
    void presenceIsGradedByCodeTapSignAndDistance() {
        GeoPoint entrance = new GeoPoint(30.6417998, 104.0665336);
        GeoPoint street = new GeoPoint(30.6417998 + 0.0015, 104.0665336);
        String sign =
                lead.get("/api/staff/door-signs?grid=" + grid()).expect(200).text();
        JsonNode signs = JsonMapper.shared().readTree(sign).at("/items");
        String right = signOf(signs, "铃音巷1号", "1号楼");
        String wrong = signOf(signs, "铃音巷1号", "2号楼");
        assertThat(right).startsWith("GRIDBELL-DOOR:1:").isNotEqualTo(wrong);
        assertThat(neighbours
                        .member("19900000032")
                        .get("/api/staff/door-signs?grid=" + grid())
                        .text())
                .isEqualTo("{\"items\":[]}");

        String byPlace = confirmed(neighbours.resident(), "09:00");
        clock.moveTo(at("09:00"));
        Http.Answer near = checkIn(byPlace, Map.of("location", Location.of(entrance), "accuracy", 20))
                .expect(200);
        assertThat(near.at("/checkInGrade")).isEqualTo("AT_ENTRANCE");
        assertThat(near.json().at("/checkInMetres").asInt()).isLessThan(10);

        String bySign = confirmed(neighbours.resident(), "14:00");
        clock.moveTo(at("14:00"));
        assertThat(checkIn(bySign, Map.of("doorSign", wrong)).expect(422).at("/detail"))
                .contains("不是这栋楼的");
        assertThat(checkIn(bySign, Map.of("doorSign", right)).expect(200).at("/checkInGrade"))
                .isEqualTo("DOOR_SIGN");
        clock.moveTo(at("14:12"));
        member.post("/api/staff/visits/" + bySign + "/outcome", Map.of("result", "MET"))
                .expect(200);
        assertThat(member.get("/api/staff/visits/" + bySign)
                        .json()
                        .at("/minutesAtDoor")
                        .asInt())
                .isBetween(11, 12);

        String far = confirmed(neighbours.resident(), "15:30");
        clock.moveTo(at("15:30"));
        Http.Answer away = checkIn(far, Map.of("location", Location.of(street), "accuracy", 30))
                .expect(200);
        assertThat(away.at("/checkInGrade")).isIn("IN_GRID", "OWN_WORD");
        assertThat(away.json().at("/checkInMetres").asInt()).isBetween(150, 180);
        checkIn(far, Map.of("accuracy", -1)).expect(400);
    }

    @Test
    void ratingsAreHiddenFromTheMemberUntilThereAreFive() {
        update("DELETE FROM visit_feedback WHERE member_id = " + memberId());
        String last = "";
        for (int i = 0; i < 5; i++) {
            assertThat(member.get("/api/staff/visit-rating-sum")
                            .json()
                            .at("/stars")
                            .isNull())
                    .isTrue();
            Http resident = neighbours.resident();
            last = completed(resident);
            resident.post(
                            "/api/resident/visits/" + last + "/rating",
                            Map.of("stars", 5, "helped", true, "comment", "很好"))
                    .expect(200);
        }
        Http.Answer sum = member.get("/api/staff/visit-rating-sum").expect(200);
        assertThat(sum.json().at("/stars").asDouble()).isEqualTo(5.0);
        assertThat(sum.json().at("/solved").isNull()).isTrue();
        assertThat(sum.text()).doesNotContain("很好");
        Http sixth = neighbours.resident();
        String low = completed(sixth);
        Map<String, Object> rating = Map.of("stars", 1, "helped", false);
        sixth.post("/api/resident/visits/" + low + "/rating", rating).expect(200);
        sixth.post("/api/resident/visits/" + low + "/rating", rating).expect(409);
        Http.Answer after = member.get("/api/staff/visit-rating-sum").expect(200);
        assertThat(after.json().at("/ratings").asInt()).isEqualTo(6);
        assertThat(after.json().at("/stars").asDouble())
                .as("one more says nothing by itself")
                .isEqualTo(5.0);
        member.get("/api/staff/visit-ratings?member=" + memberId()).expect(403);
        Http.Answer all = lead.get("/api/staff/visit-ratings?limit=50&member=" + memberId())
                .expect(200);
        assertThat(all.text()).contains("\"" + last + "\"", "很好");
        assertThat(neighbours
                        .member("19900000032")
                        .get("/api/staff/visit-ratings?member=" + memberId())
                        .expect(200)
                        .at("/items/0"))
                .isEmpty();
    }

    @Test
    void aLowRatingIsCalledBackRemindedAndHandedOn() {
        Http resident = neighbours.resident();
        String visit = completed(resident);
        resident.post("/api/resident/visits/" + visit + "/rating", Map.of("stars", 2, "helped", true))
                .expect(200);
        Http.Answer list = lead.get("/api/staff/call-backs?limit=50").expect(200);
        assertThat(list.text()).contains("\"" + visit + "\"");
        assertThat(slips(visit, "VISIT_CALL_BACK")).isEqualTo(1);
        neighbours
                .member("19900000032")
                .post("/api/staff/visits/" + visit + "/call-back", Map.of("words", "已致电"))
                .expect(404);

        clock.advance(Duration.ofDays(4));
        callBacks.executeRecurringly(null, null);
        callBacks.executeRecurringly(null, null);
        assertThat(slips(visit, "VISIT_CALL_BACK")).isEqualTo(2);
        assertThat(slips(visit, "VISIT_CALL_BACK_OVERDUE")).isEqualTo(1);
        assertThat(lead.get("/api/staff/call-backs?limit=50").text()).doesNotContain("\"" + visit + "\"");
        Http community = neighbours.member("19900000041");
        Http.Answer handed = community.get("/api/staff/call-backs?limit=50").expect(200);
        assertThat(handed.text()).contains("\"" + visit + "\"");
        community
                .post("/api/staff/visits/" + visit + "/call-back", Map.of("words", " "))
                .expect(400);
        community
                .post("/api/staff/visits/" + visit + "/call-back", Map.of("words", "已致电，约好周五再来"))
                .expect(204);
        assertThat(lead.post("/api/staff/visits/" + visit + "/call-back", Map.of("words", "已致电"))
                        .expect(409)
                        .at("/detail"))
                .contains("已经回访过");
        assertThat(community.get("/api/staff/call-backs?limit=50").text()).doesNotContain("\"" + visit + "\"");
    }

    @Test
    void whatWasSaidOnTheTelephoneGoesWithTheResidentAndWhoLeftIsNotCalled() {
        Http resident = neighbours.resident();
        String called = completed(resident);
        String open = completed(resident);
        for (String visit : List.of(called, open)) {
            resident.post("/api/resident/visits/" + visit + "/rating", Map.of("stars", 1, "helped", false))
                    .expect(200);
        }
        lead.post("/api/staff/visits/" + called + "/call-back", Map.of("words", "已致电致歉"))
                .expect(204);
        assertThat(resident.get("/api/resident/export").expect(200).text()).contains("已致电致歉");

        forget(resident);

        assertThat(count("visit_call_back WHERE visit_id = " + called + " AND status = 'DONE' AND words IS NULL"))
                .isOne();
        assertThat(count("visit_call_back WHERE visit_id = " + open)).isZero();
    }

    @Test
    void whatCameOfItIsRatedApartAndLater() {
        Http resident = neighbours.resident();
        String visit = confirmed(resident, "14:00");
        assertThat(rateOutcome(resident, visit, "YES").expect(409).at("/detail"))
                .contains("上门完成后");
        clock.moveTo(at("14:01"));
        checkIn(visit, Map.of()).expect(200);
        member.post("/api/staff/visits/" + visit + "/outcome", Map.of("result", "MET"))
                .expect(200);
        clock.advance(Duration.ofDays(3));
        rateOutcome(neighbours.resident(), visit, "YES").expect(404);
        rateOutcome(resident, visit, "MAYBE").expect(400);
        rateOutcome(resident, visit, "NO").expect(204);
        assertThat(rateOutcome(resident, visit, "YES").expect(409).at("/detail"))
                .contains("已经评价过");
        assertThat(lead.get("/api/staff/call-backs?limit=50").text()).contains("\"" + visit + "\"");
    }

    @Test
    void aCalendarCanBeSubscribedToAndTakenBack() throws Exception {
        Http resident = neighbours.resident();
        String visit = confirmed(resident, "14:00");
        String gone = confirmed(neighbours.resident(), "15:30");
        String moved = confirmed(neighbours.resident(), "09:45");
        String address = feed(member);
        Http.Answer first = member.get(address).expect(200);
        assertThat(first.headers().get("content-type")).startsWith("text/calendar");
        assertThat(first.headers().get("cache-control")).contains("private");
        resident.post("/api/resident/visits/" + visit + "/cancellation", Map.of("reason", "临时有事"))
                .expect(200);
        lead.post("/api/staff/visits/" + moved + "/reassignment", Map.of("memberId", id("HL031"), "reason", "请假"))
                .expect(200);

        Http.Answer second = member.get(address).expect(200);
        assertThat(second.headers().get("etag")).isNotEqualTo(first.headers().get("etag"));
        member.with("If-None-Match", Objects.requireNonNull(second.headers().get("etag")))
                .get(address)
                .expect(304);
        for (String line : second.text().split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(second.text()).doesNotContain("铃音巷", "1号楼", "\uFFFD").endsWith("END:VCALENDAR\r\n");

        JsonNode seen = read(second.bytes());
        JsonNode cancelled = event(seen, visit);
        JsonNode standing = event(seen, gone);
        assertThat(cancelled.at("/status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/sequence").asInt())
                .isGreaterThan(event(read(first.bytes()), visit).at("/sequence").asInt());
        System.out.printf(
                "calendar: ical.js read %d events of %d octets%n",
                seen.at("/events").size(), second.bytes().length);
        assertThat(event(seen, moved).at("/status").asString()).isEqualTo("CANCELLED");
        assertThat(standing.at("/status").asString()).isEqualTo("CONFIRMED");
        assertThat(Instant.parse(standing.at("/start").asString())).isEqualTo(at("15:30"));
        assertThat(Instant.parse(standing.at("/end").asString())).isEqualTo(at("16:00"));
        assertThat(standing.at("/zone").asString()).isEqualTo("UTC");
        assertThat(standing.at("/description").asString()).contains("DF", "；地址、居民的话");
        assertThat(event(read(lead.get(feed(lead)).bytes()), moved)
                        .at("/status")
                        .asString())
                .isEqualTo("CONFIRMED");

        String newer = feed(member);
        member.get(address).expect(404);
        member.get(newer).expect(200);
        member.delete("/api/staff/calendar-feed").expect(204);
        assertThat(member.get(newer).expect(404).at("/detail")).contains("日历地址无效或已停用");
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM visit_calendar_feed WHERE member_id = ?", Integer.class, memberId()))
                .isZero();
    }

    private String feed(Http who) {
        String address = who.post("/api/staff/calendar-feed", null).expect(201).at("/address");
        assertThat(address).matches("https?://.*/calendar/[A-Za-z0-9_-]{43}\\.ics");
        return address.substring(address.indexOf("/calendar/"));
    }

    private static JsonNode event(JsonNode calendar, String visit) {
        for (JsonNode event : calendar.at("/events")) {
            if (event.at("/uid").asString().equals("visit-" + visit + "@gridbell")) {
                return event;
            }
        }
        throw new AssertionError("no event for visit " + visit + " in " + calendar);
    }

    /** With a parser that others wrote. */
    private static JsonNode read(byte[] calendar) throws IOException, InterruptedException {
        Path place = Path.of("target", "calendar-client");
        Files.createDirectories(place);
        for (String file : List.of("package.json", "package-lock.json", "read.js")) {
            Files.copy(
                    Path.of("calendar-client", file),
                    place.resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(place.resolve("node_modules"))
                && run(place, "npm", "ci", "--no-audit", "--no-fund") == null) {
            String sentence = "The independent calendar parser was not run: npm ci did not succeed";
            assertThat("required".equals(System.getenv("INDEPENDENT_CLIENTS")))
                    .as(sentence)
                    .isFalse();
            System.out.println(sentence);
            abort(sentence);
        }
        Files.write(place.resolve("feed.ics"), calendar);
        String seen = run(place, "node", "read.js", "feed.ics");
        assertThat(seen).as("ical.js could not read the calendar").isNotNull();
        return JsonMapper.shared().readTree(Objects.requireNonNull(seen));
    }

    /** What it printed; null if it failed or is not there. */
    private static @org.jspecify.annotations.Nullable String run(Path place, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("calendar", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(place.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean done = process.waitFor(2, TimeUnit.MINUTES);
            process.destroyForcibly();
            return done && process.exitValue() == 0 ? Files.readString(output) : null;
        } catch (IOException e) {
            return null;
        } finally {
            Files.delete(output);
        }
    }

    private String completed(Http resident) {
        String time = List.of("09:00", "09:45", "10:30", "14:00", "14:45", "15:30", "16:15")
                .get(visits++);
        String visit = confirmed(resident, time);
        clock.moveTo(at(time));
        checkIn(visit, Map.of()).expect(200);
        member.post("/api/staff/visits/" + visit + "/outcome", Map.of("result", "MET"))
                .expect(200);
        return visit;
    }

    private String confirmed(Http resident, String time) {
        Instant now = clock.instant();
        clock.moveTo(at("06:00"));
        String id = Neighbours.book(resident, at(time)).expect(201).at("/id");
        member.post("/api/staff/visits/" + id + "/confirmation", null).expect(200);
        clock.moveTo(now);
        return id;
    }

    private Http.Answer checkIn(String visit, Map<String, ?> body) {
        return member.post("/api/staff/visits/" + visit + "/check-in", body);
    }

    private static Http.Answer rateOutcome(Http resident, String visit, String solved) {
        return resident.post("/api/resident/visits/" + visit + "/outcome-rating", Map.of("solved", solved));
    }

    private static String signOf(JsonNode signs, String address, String building) {
        List<String> found = new ArrayList<>();
        signs.forEach(sign -> {
            if (sign.at("/address").asString().equals(address)
                    && sign.at("/building").asString().equals(building)) {
                found.add(sign.at("/sign").asString());
            }
        });
        return found.get(0);
    }

    private void update(String statement) {
        database.execute((java.sql.Connection connection) -> {
            try (var update = connection.createStatement()) {
                update.executeUpdate(statement);
                connection.commit();
                return true;
            }
        });
    }

    private long count(String rows) {
        Long count = database.queryForObject("SELECT COUNT(*) FROM " + rows, Long.class);
        return count == null ? -1 : count;
    }

    /** As if they had left by our own door: these people have no WeChat behind them. */
    private void forget(Http resident) {
        ResidentId id =
                ResidentId.of(resident.get("/api/resident/me").expect(200).at("/id"));
        transaction.executeWithoutResult(status -> facts.publishEvent(new ResidentForgotten(id, clock.instant())));
    }

    private int slips(String visit, String scene) {
        Integer count = database.queryForObject(
                "SELECT COUNT(*) FROM message WHERE subject_kind = 'VISIT' AND subject_id = ? AND scene = ?",
                Integer.class,
                visit,
                scene);
        return count == null ? -1 : count;
    }

    private String grid() {
        return String.valueOf(database.queryForObject("SELECT id FROM grid WHERE code = 'HL-01-01'", String.class));
    }

    private String memberId() {
        return id("HL001");
    }

    private String id(String number) {
        return String.valueOf(
                database.queryForObject("SELECT id FROM staff_member WHERE number = ?", String.class, number));
    }

    private Instant at(String time) {
        return day.atTime(LocalTime.parse(time)).atZone(WorkCalendar.ZONE).toInstant();
    }
}
