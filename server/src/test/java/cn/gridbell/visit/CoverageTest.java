package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import tools.jackson.databind.JsonNode;

/** Campaigns over a building of their own: each test knocks at doors nobody else knocks at. */
@GridbellTest
class CoverageTest {

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

    Neighbours neighbours;
    Http member;
    Http lead;

    @BeforeEach
    void everybodyComes() {
        // Tuesdays four weeks apart: no knocks of another test spend the budget's thirty days.
        clock.moveTo(MutableClock.TUESDAY_MORNING.plus(Duration.ofDays(203L + 28L * WEEKS.getAndIncrement())));
        neighbours = new Neighbours(residents, staff, tokens, database, clock, environment);
        member = neighbours.member("19900000001");
        lead = neighbours.member("19900000031");
    }

    @Test
    void oneBuildingIsCoveredByContactByAttemptsAndByEmptyFlats() {
        String campaign = campaign("1号楼");
        List<String> doors = turf(campaign);
        assertThat(doors.size()).isGreaterThanOrEqualTo(20);

        Http.Answer met = knock(member, doors.get(0), "MET").expect(201);
        assertThat(met.json().at("/covered").toString()).contains("\"" + campaign + "\"");
        assertThat(met.at("/band")).isEqualTo("MORNING");
        knock(member, doors.get(1), "REFUSED").expect(201);
        knock(member, doors.get(2), "VACANT").expect(201);
        knock(member, doors.get(3), "NOT_HOME").expect(201);
        JsonNode progress = progress(campaign);
        assertThat(progress.at("/covered").asInt()).isEqualTo(3);
        assertThat(progress.at("/lines/0/contacts").asInt()).isEqualTo(2);
        assertThat(progress.at("/lines/0/vacant").asInt()).isEqualTo(1);
        assertThat(progress.at("/lines/0/number").asString()).isEqualTo("HL001");

        later("15:00", 1);
        knock(member, doors.get(3), "NOT_HOME").expect(201);
        assertThat(turf(campaign)).contains(doors.get(3));
        later("19:00", 1);
        assertThat(knock(member, doors.get(3), "NOT_HOME")
                        .expect(201)
                        .json()
                        .at("/covered")
                        .toString())
                .contains("\"" + campaign + "\"");
        assertThat(turf(campaign)).doesNotContain(doors.get(3));
        assertThat(progress(campaign).at("/lines/0/attempts").asInt()).isEqualTo(1);
    }

    @Test
    void threeKnocksInOnePartOfTheWeekDoNotCoverADoor() {
        String campaign = campaign("2号楼");
        String door = turf(campaign).get(0);
        for (int day = 0; day < 3; day++) {
            knock(member, door, "NOT_HOME").expect(201);
            later("09:30", 1);
        }
        assertThat(turf(campaign)).contains(door);
        Http.Answer stop = member.get("/api/staff/campaigns/" + campaign + "/turf?limit=50");
        JsonNode line = line(stop, door);
        assertThat(line.at("/knocks").asInt()).isEqualTo(3);
        assertThat(line.at("/nextBand").asString()).isNotEqualTo("MORNING");
    }

    @Test
    void twoReportsOfADayCountOnceEvenAtOneMoment() {
        String campaign = campaign("1栋");
        String door = turf(campaign).get(0);
        List<CompletableFuture<Http.Answer>> reports = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Http who = i % 2 == 0 ? member : lead;
            reports.add(CompletableFuture.supplyAsync(() -> knock(who, door, "NOT_HOME")));
        }
        long counted = reports.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.expect(201))
                .filter(answer -> answer.json().at("/counted").asBoolean())
                .count();
        assertThat(counted).isEqualTo(1);
        Integer kept =
                database.queryForObject("SELECT COUNT(*) FROM visit_knock WHERE household_id = ?", Integer.class, door);
        assertThat(kept).isEqualTo(8);

        later("19:00", 0);
        assertThat(knock(member, door, "MET").expect(201).json().at("/covered").toString())
                .as("whoever is met in the evening is reached, though the day counts already")
                .contains("\"" + campaign + "\"");
    }

    @Test
    void aBookedVisitAndACampaignAreOneKnock() {
        clock.moveTo(MutableClock.TUESDAY_MORNING.plus(Duration.ofDays(22)));
        Http resident = neighbours.resident("101");
        lead = neighbours.member("19900000031");
        String campaign = campaign("1号楼");
        String visit = Neighbours.book(resident, today("14:00")).expect(201).at("/id");
        member.post("/api/staff/visits/" + visit + "/confirmation", null).expect(200);
        String door = String.valueOf(
                database.queryForObject("SELECT household_id FROM visit WHERE id = ?", String.class, visit));

        Http.Answer walk = member.get("/api/staff/walk?day=" + day()).expect(200);
        assertThat(walk.json().at("/broken").asInt()).isZero();
        List<JsonNode> there = new ArrayList<>();
        walk.json().at("/items").forEach(item -> {
            if (item.at("/householdId").asString().equals(door)) {
                there.add(item);
            }
        });
        assertThat(there).hasSize(1);
        assertThat(there.get(0).at("/visitId").asString()).isEqualTo(visit);
        assertThat(there.get(0).at("/start").asString()).isEqualTo("" + today("14:00"));
        assertThat(there.get(0).at("/campaigns").toString()).contains("\"" + campaign + "\"");

        Http.Answer refused = knock(member, door, "MET").expect(409);
        assertThat(refused.at("/type")).isEqualTo("urn:problem:visit:visit-at-this-door");
        assertThat(refused.at("/detail")).contains("一次敲门一并办理");

        clock.moveTo(today("14:02"));
        member.post("/api/staff/visits/" + visit + "/check-in", Map.of()).expect(200);
        member.post("/api/staff/visits/" + visit + "/outcome", Map.of("result", "MET"))
                .expect(200);
        assertThat(turf(campaign)).doesNotContain(door);
        assertThat(progress(campaign).at("/lines/0/contacts").asInt()).isEqualTo(1);
        assertThat(knock(member, door, "NOT_HOME")
                        .expect(201)
                        .json()
                        .at("/counted")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void lateInTheEveningNobodyKnocksWithoutAnAppointment() {
        campaign("1号楼");
        assertThat(member.get("/api/staff/walk?day=" + day())
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isPositive();
        for (String time : List.of("20:30", "20:31", "21:00", "23:59")) {
            later(time, 0);
            Http.Answer walk = member.get("/api/staff/walk?day=" + day()).expect(200);
            if (!time.startsWith("20")) {
                assertThat(walk.json().at("/items").size()).isZero();
            }
        }
        assertThat(member.get("/api/staff/walk?day=" + day().plusDays(1))
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isPositive();
    }

    @Test
    void aHouseholdMaySayThatNobodyShallKnock() {
        Http resident = neighbours.resident("102");
        resident.put("/api/resident/knock-preference", Map.of()).expect(400);
        assertThat(resident.put("/api/resident/knock-preference", Map.of("doNotKnock", true))
                        .expect(200)
                        .json()
                        .at("/doNotKnock")
                        .asBoolean())
                .isTrue();
        String campaign = campaign("1号楼");
        Http.Answer turf = member.get("/api/staff/campaigns/" + campaign + "/turf?limit=50");
        List<JsonNode> held = new ArrayList<>();
        turf.json().at("/items").forEach(item -> {
            if (item.at("/hold").asString("").equals("DO_NOT_KNOCK")) {
                held.add(item);
            }
        });
        assertThat(held).isNotEmpty().allMatch(item -> item.at("/door/room").isNull());
        assertThat(held.get(0).at("/holdWords").asString()).contains("请勿敲门");
        String door = held.get(0).at("/householdId").asString();
        assertThat(member.get("/api/staff/walk?day=" + day()).text())
                .doesNotContain("\"householdId\":\"" + door + "\"");
        resident.put("/api/resident/knock-preference", Map.of("doNotKnock", false))
                .expect(200);
        assertThat(resident.get("/api/resident/knock-preference")
                        .json()
                        .at("/doNotKnock")
                        .asBoolean())
                .isFalse();
        neighbours.stranger().get("/api/resident/knock-preference").expect(422);
    }

    @Test
    void whoSaysSoAtTheDoorIsNotKnockedAtAgainAndTheBudgetEnds() {
        String campaign = campaign("2栋");
        List<String> doors = turf(campaign);
        member.post(
                        "/api/staff/knocks",
                        Map.of("householdId", doors.get(0), "result", "OTHER_TIME", "doNotKnock", true))
                .expect(201);
        for (int day = 0; day < 4; day++) {
            knock(member, doors.get(1), "OTHER_TIME").expect(201);
            later("09:30", 1);
        }
        Http.Answer turf = member.get("/api/staff/campaigns/" + campaign + "/turf?limit=50");
        assertThat(line(turf, doors.get(0)).at("/hold").asString()).isEqualTo("DO_NOT_KNOCK");
        assertThat(line(turf, doors.get(1)).at("/hold").asString()).isEqualTo("BUDGET_SPENT");
        later("09:30", 30);
        Http.Answer again = member.get("/api/staff/campaigns/" + campaign + "/turf?limit=50");
        assertThat(line(again, doors.get(1)).at("/hold").isNull()).isTrue();
    }

    @Test
    void needsFoundAtACampaignsDoorBecomeRequestsOrNothingIsWritten() {
        String campaign = campaign("3栋");
        String door = turf(campaign).get(0);
        Http.Answer refused = member.post(
                "/api/staff/knocks",
                Map.of(
                        "householdId",
                        door,
                        "result",
                        "MET",
                        "needs",
                        List.of(Map.of("category", "NO_SUCH_THING", "description", "灯坏了"))));
        refused.expect(400);
        assertThat(turf(campaign)).contains(door);
        Http once = member.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, ?> report = Map.of(
                "householdId",
                door,
                "result",
                "MET",
                "needs",
                List.of(
                        Map.of("category", "GARBAGE", "description", "楼道堆物"),
                        Map.of("category", "GARBAGE", "description", "垃圾未清")));
        Http.Answer taken = once.post("/api/staff/knocks", report).expect(201);
        assertThat(taken.json().at("/requests").size()).isEqualTo(2);
        assertThat(once.post("/api/staff/knocks", report).expect(201).text()).isEqualTo(taken.text());
        assertThat(knock(member, "999999999", "MET").expect(404).at("/detail")).contains("没有找到这户住户");
        assertThat(knock(neighbours.member("19900000002"), door, "MET")
                        .expect(404)
                        .at("/type"))
                .isEqualTo("urn:problem:visit:door-not-yours");
    }

    @Test
    void saysWhyACampaignCannotBeCalledFor() {
        Map<String, Object> wish = new java.util.HashMap<>(wish("1号楼"));
        wish.put("building", Map.of("address", "铃音巷1号", "building", "88号楼"));
        assertThat(lead.post("/api/staff/campaigns", wish).expect(422).at("/detail"))
                .contains("没有登记的住户");
        wish.put("building", null);
        wish.put("fromDay", day().minusDays(1).toString());
        assertThat(lead.post("/api/staff/campaigns", wish).expect(400).at("/detail"))
                .contains("不能早于今天");
        wish.put("fromDay", day().toString());
        wish.put("toDay", day().plusDays(400).toString());
        assertThat(lead.post("/api/staff/campaigns", wish).expect(400).at("/detail"))
                .contains("180天");
        Http otherLead = neighbours.member("19900000032");
        assertThat(otherLead
                        .post("/api/staff/campaigns", wish("1号楼"))
                        .expect(404)
                        .at("/detail"))
                .contains("不在您负责的范围内");
        String campaign = campaign("1号楼");
        otherLead.get("/api/staff/campaigns/" + campaign + "/progress").expect(404);
        otherLead.get("/api/staff/campaigns/" + campaign + "/turf").expect(404);
        assertThat(lead.put("/api/staff/campaigns/" + campaign + "/turf", Map.of("memberId", idOf("HL002")))
                        .expect(422)
                        .at("/detail"))
                .contains("不负责这个网格");
    }

    @Test
    void turfGoesToAnotherMemberAndTheSheetIsHarmless() {
        Map<String, Object> wish = new java.util.HashMap<>(wish("1号楼"));
        wish.put("name", "=HYPERLINK(\"x\"),入户\"核查\"");
        String campaign = lead.post("/api/staff/campaigns", wish).expect(201).at("/id");
        int doors = turf(campaign).size();
        assertThat(lead.put("/api/staff/campaigns/" + campaign + "/turf", Map.of("memberId", idOf("HL052")))
                        .expect(200)
                        .json()
                        .at("/doors")
                        .asInt())
                .isGreaterThanOrEqualTo(doors);
        member.get("/api/staff/campaigns/" + campaign + "/turf").expect(404);
        Http seconded = neighbours.member("19900000052");
        String first = seconded.get("/api/staff/campaigns/" + campaign + "/turf?limit=1")
                .at("/items/0/householdId");
        knock(seconded, first, "MET").expect(201);
        Http.Answer sheet =
                lead.get("/api/staff/campaigns/" + campaign + "/progress.csv").expect(200);
        assertThat(sheet.headers().get("content-type")).isEqualTo("text/csv;charset=UTF-8");
        String text = new String(sheet.bytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF行动,网格,").contains("\r\n").contains("HL052");
        assertThat(text).contains("\"'=HYPERLINK(\"\"x\"\"),入户\"\"核查\"\"\"");

        Http.Answer week = seconded.get("/api/staff/weekly-round").expect(200);
        assertThat(week.json().at("/done").asInt()).isEqualTo(1);
        assertThat(week.json().at("/asked").asInt()).isEqualTo(10);
        Http.Answer holidays =
                seconded.get("/api/staff/weekly-round?day=2026-10-01").expect(200);
        assertThat(holidays.json().at("/asked").asInt()).isZero();
        assertThat(holidays.at("/words")).contains("法定节假日");
        seconded.get("/api/staff/weekly-round?day=heute").expect(400);
    }

    private Http.Answer knock(Http who, String door, String result) {
        return who.post("/api/staff/knocks", Map.of("householdId", door, "result", result));
    }

    private String campaign(String building) {
        return lead.post("/api/staff/campaigns", wish(building)).expect(201).at("/id");
    }

    private Map<String, Object> wish(String building) {
        String compound = building.endsWith("号楼") ? "铃音巷1号" : "铃音巷3号";
        return Map.of(
                "name",
                "燃气安全敲门行动",
                "purpose",
                "SAFETY_CHECK",
                "gridId",
                database.queryForObject("SELECT id FROM grid WHERE code = 'HL-01-01'", String.class),
                "building",
                Map.of("address", compound, "building", building),
                "fromDay",
                day().toString(),
                "toDay",
                day().plusDays(60).toString());
    }

    private List<String> turf(String campaign) {
        List<String> doors = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = member.get("/api/staff/campaigns/" + campaign + "/turf?limit=50" + after)
                    .expect(200)
                    .json();
            page.at("/items").forEach(item -> doors.add(item.at("/householdId").asString()));
            after = page.at("/next").isNull()
                    ? ""
                    : "&after=" + page.at("/next").asString();
        } while (!after.isEmpty());
        return doors;
    }

    private static JsonNode line(Http.Answer turf, String door) {
        for (JsonNode item : turf.expect(200).json().at("/items")) {
            if (item.at("/householdId").asString().equals(door)) {
                return item;
            }
        }
        throw new AssertionError("no line for the door in " + turf.text());
    }

    private JsonNode progress(String campaign) {
        return lead.get("/api/staff/campaigns/" + campaign + "/progress")
                .expect(200)
                .json();
    }

    private String idOf(String number) {
        return String.valueOf(
                database.queryForObject("SELECT id FROM staff_member WHERE number = ?", String.class, number));
    }

    private LocalDate day() {
        return WorkCalendar.dayOf(clock.instant());
    }

    private void later(String time, int days) {
        clock.moveTo(at(day().plusDays(days), time));
    }

    private Instant today(String time) {
        return at(day(), time);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(WorkCalendar.ZONE).toInstant();
    }
}
