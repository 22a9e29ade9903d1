package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff see a phone or a hidden door with a purpose only; it is written down, and the resident sees it. */
@GridbellTest
@TestPropertySource(properties = "gridbell.message.courier.enabled=false")
class RevealTest {

    private static final Map<String, String> WHY = Map.of("reason", "TELL_PROGRESS", "purpose", "微信没有送达，打电话告知进展");

    private final People people;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final MutableClock clock;

    RevealTest(
            @Autowired People people,
            @Autowired JdbcTemplate sql,
            @Autowired TransactionTemplate transaction,
            @Autowired MutableClock clock) {
        this.people = people;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Test
    void showsThePhoneOfWhoCouldNotBeToldAndTellsThem() {
        People.Person resident = people.resident();
        String request = submitted(resident, false);
        String reveal = "/api/staff/messages/" + untold(request) + "/phone-reveal";

        Http.Answer shown = people.staff("HL001").http().post(reveal, WHY).expect(200);

        assertThat(shown.at("/phone")).isEqualTo(resident.phone());
        Http.Answer seen = resident.http().get("/api/resident/disclosures").expect(200);
        assertThat(seen.json().at("/items").size()).isEqualTo(1);
        assertThat(seen.at("/items/0/who")).isEqualTo("网格员 唐涵");
        assertThat(seen.at("/items/0/whatWords")).isEqualTo("手机号码");
        assertThat(seen.at("/items/0/reasonWords")).isEqualTo("告知办理进展");
        assertThat(seen.at("/items/0/purpose")).isEqualTo(WHY.get("purpose"));
        assertThat(seen.at("/items/0/about")).startsWith("未送达的通知：诉求 ");
        assertThat(people.newcomer()
                        .http()
                        .get("/api/resident/disclosures")
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void showsNothingWithoutAPurpose() {
        People.Person resident = people.resident();
        String request = submitted(resident, false);
        People.Person member = people.staff("HL001");
        List<Object> bodies = new ArrayList<>(List.of(
                Map.of(),
                Map.of("reason", "OTHER"),
                Map.of("purpose", "打电话告知进展"),
                Map.of("reason", "OTHER", "purpose", "看看"),
                Map.of("reason", "OTHER", "purpose", "   看  "),
                Map.of("reason", "OTHER", "purpose", "看".repeat(201)),
                Map.of("reason", "CURIOUS", "purpose", "打电话告知进展"),
                "[]"));
        for (String path : List.of(
                "/api/staff/messages/" + untold(request) + "/phone-reveal",
                "/api/staff/requests/" + request + "/reporter-reveal")) {
            for (Object body : bodies) {
                assertThat(member.http().post(path, body).expect(400).text()).doesNotContain(resident.phone());
            }
            member.http().post(path, null).expect(400);
        }
        assertThat(looksAt(resident)).isZero();
    }

    @Test
    void isNotThereForStaffOfAnotherGridNorForResidents() {
        People.Person resident = people.resident();
        String request = submitted(resident, false);
        People.Person elsewhere = people.staff("HL010");
        for (String path : List.of(
                "/api/staff/messages/" + untold(request) + "/phone-reveal",
                "/api/staff/requests/" + request + "/reporter-reveal")) {
            elsewhere.http().post(path, WHY).expect(404);
            resident.http().post(path, WHY).expect(403);
            people.server().post(path, WHY).expect(401);
        }
        assertThat(looksAt(resident)).isZero();
    }

    @Test
    void showsTheReporterToWhoHandlesTheRequest() {
        People.Person resident = people.resident();
        String request = submitted(resident, false);
        Http member = people.staff("HL001").http();

        Http.Answer detail = member.get("/api/staff/requests/" + request).expect(200);
        Http.Answer shown = member.post("/api/staff/requests/" + request + "/reporter-reveal", WHY)
                .expect(200);

        assertThat(detail.at("/reporter/words")).isEqualTo("居民");
        assertThat(detail.at("/reporter/phone")).matches("138\\*{4}\\d{4}");
        assertThat(detail.text()).doesNotContain(resident.phone());
        assertThat(shown.at("/phone")).isEqualTo(resident.phone());
        assertThat(looksAt(resident)).isEqualTo(1);
    }

    @Test
    void hidesAnAnonymousReporterFromEverybodyBelowTheStreet() {
        People.Person resident = people.resident();
        String request = submitted(resident, true);
        String message = untold(request);

        for (String number : List.of("HL001", "HL031", "HL041")) {
            Http staff = people.staff(number).http();
            Http.Answer detail = staff.get("/api/staff/requests/" + request).expect(200);
            assertThat(detail.at("/reporter/words")).isEqualTo("匿名居民");
            assertThat(detail.json().at("/reporter/phone").isNull()).isTrue();
            assertThat(detail.text()).doesNotContain(resident.phone(), "138****");
            assertThat(staff.post("/api/staff/requests/" + request + "/reporter-reveal", WHY)
                            .expect(403)
                            .at("/type"))
                    .isEqualTo("urn:problem:request:reporter-hidden");
            staff.post("/api/staff/messages/" + message + "/phone-reveal", WHY).expect(403);
            var line = workLine(staff, message);
            assertThat(line.at("/person/phone").isNull()).isTrue();
            assertThat(line.at("/person/id").isNull()).isTrue();
        }
        assertThat(looksAt(resident)).isZero();

        Http street = people.staff("HL046").http();
        assertThat(street.post("/api/staff/requests/" + request + "/reporter-reveal", WHY)
                        .expect(200)
                        .at("/phone"))
                .isEqualTo(resident.phone());
        assertThat(looksAt(resident)).isEqualTo(1);
    }

    /** A property company or another unit holds what a neighbour reported. */
    @Test
    void hidesWhoReportedANeighbourFromThePartyThatAnswers() {
        People.Person resident = people.resident();
        String open = submitted(resident, false, "STREET_LIGHT");
        String between = submitted(resident, false, "NEIGHBOUR_DISPUTE");
        String anonymous = submitted(resident, true, "STREET_LIGHT");
        for (String role : List.of("PROPERTY", "SECONDED")) {
            String before = Objects.requireNonNull(
                    sql.queryForObject("SELECT roles FROM staff_member WHERE number = 'HL020'", String.class));
            update("UPDATE staff_member SET roles = ? WHERE number = 'HL020'", role);
            try {
                update(
                        "UPDATE request SET holder_staff_id = (SELECT id FROM staff_member WHERE number = 'HL020') WHERE id IN (?, ?, ?)",
                        open,
                        between,
                        anonymous);
                Http holder = people.staff("HL020").http();
                for (String hidden : List.of(between, anonymous)) {
                    Http.Answer detail =
                            holder.get("/api/staff/requests/" + hidden).expect(200);
                    assertThat(detail.at("/reporter/words")).as(role).isEqualTo("匿名居民");
                    assertThat(detail.json().at("/reporter/phone").isNull()).isTrue();
                    holder.post("/api/staff/requests/" + hidden + "/reporter-reveal", WHY)
                            .expect(403);
                }
                assertThat(holder.get("/api/staff/requests/" + open).expect(200).at("/reporter/words"))
                        .isEqualTo("居民");
            } finally {
                update("UPDATE staff_member SET roles = ? WHERE number = 'HL020'", before);
            }
        }
        assertThat(looksAt(resident)).isZero();
    }

    @Test
    void letsAStaffMemberLookOnlySoOftenADay() {
        People.Person resident = people.resident();
        String request = submitted(resident, false);
        People.Person member = people.staff("HL031");
        update("DELETE FROM disclosure_day WHERE staff_id = (SELECT id FROM staff_member WHERE number = 'HL031')");
        String reveal = "/api/staff/requests/" + request + "/reporter-reveal";
        for (int i = 0; i < 30; i++) {
            member.http().post(reveal, WHY).expect(200);
        }

        Http.Answer refused = member.http().post(reveal, WHY).expect(429);

        assertThat(refused.at("/detail")).contains("每人每天最多查看30次");
        assertThat(Integer.parseInt(refused.headers().get("retry-after"))).isBetween(1, 86_400);
        assertThat(looksAt(resident)).isEqualTo(30);
        clock.advance(Duration.ofDays(1));
        people.staff("HL031").http().post(reveal, WHY).expect(200);
        update("DELETE FROM disclosure_day WHERE staff_id = (SELECT id FROM staff_member WHERE number = 'HL031')");
    }

    @Test
    void saysThatNoPhoneIsBoundAndCountsNoLook() {
        People.Person resident = people.resident();
        String request = submitted(resident, false);
        update("UPDATE resident SET phone = NULL, phone_index = NULL WHERE id = ?", resident.residentId());

        assertThat(people.staff("HL001")
                        .http()
                        .post("/api/staff/requests/" + request + "/reporter-reveal", WHY)
                        .expect(409)
                        .at("/type"))
                .isEqualTo("urn:problem:resident:phone-not-bound");
        assertThat(looksAt(resident)).isZero();
    }

    @Test
    void showsNoPhoneForWhatWasTold() {
        People.Person resident = people.resident();
        String message = untold(submitted(resident, false));
        update("UPDATE message SET status = 'DELIVERED' WHERE id = ?", message);

        people.staff("HL001")
                .http()
                .post("/api/staff/messages/" + message + "/phone-reveal", WHY)
                .expect(409);
        assertThat(looksAt(resident)).isZero();
    }

    @Test
    void showsAHiddenDoorToWhoLeadsThere() {
        People.Person resident = people.resident();
        String visit = resident.http()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/resident/visits",
                        Map.of(
                                "start",
                                resident.http()
                                        .get("/api/resident/visit-openings")
                                        .expect(200)
                                        .at("/items/0/start"),
                                "purpose",
                                "OTHER"))
                .expect(201)
                .at("/id");
        Http lead = people.staff("HL031").http();
        assertThat(lead.get("/api/staff/visits/" + visit)
                        .expect(200)
                        .json()
                        .at("/door/room")
                        .isNull())
                .isTrue();

        Http.Answer door =
                lead.post("/api/staff/visits/" + visit + "/door-reveal", WHY).expect(200);

        assertThat(door.at("/room")).isEqualTo("101");
        assertThat(resident.http().get("/api/resident/disclosures").at("/items/0/what"))
                .isEqualTo("DOOR");
        people.staff("HL010")
                .http()
                .post("/api/staff/visits/" + visit + "/door-reveal", WHY)
                .expect(404);
        lead.post("/api/staff/visits/" + visit + "/door-reveal", Map.of()).expect(400);
        assertThat(looksAt(resident)).isEqualTo(1);
    }

    private String submitted(People.Person resident, boolean anonymous) {
        return submitted(resident, anonymous, "STREET_LIGHT");
    }

    private String submitted(People.Person resident, boolean anonymous, String category) {
        return resident.http()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/resident/requests",
                        Map.of("category", category, "description", "楼下路灯不亮，晚上看不清路。", "anonymous", anonymous))
                .expect(201)
                .at("/id");
    }

    /** What the resident should have heard about a request, and could not be told. @return the message */
    private String untold(String request) {
        update(
                "UPDATE message SET status = 'COULD_NOT_TELL', title = '诉求已登记', text = '已登记'"
                        + " WHERE person_kind = 'RESIDENT' AND subject_kind = 'REQUEST' AND subject_id = ?",
                request);
        return String.valueOf(sql.queryForObject(
                "SELECT MAX(id) FROM message WHERE person_kind = 'RESIDENT' AND subject_kind = 'REQUEST' AND subject_id = ?",
                Long.class,
                request));
    }

    private static tools.jackson.databind.JsonNode workLine(Http staff, String message) {
        return staff.get("/api/staff/messages?limit=50")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/id").asString().equals(message))
                .findFirst()
                .orElseThrow();
    }

    /** The pool commits nothing by itself. */
    private void update(String statement, Object... values) {
        transaction.executeWithoutResult(open -> sql.update(statement, values));
    }

    private int looksAt(People.Person resident) {
        Integer count = sql.queryForObject(
                "SELECT COUNT(*) FROM disclosure WHERE resident_id = ?", Integer.class, resident.residentId());
        return count == null ? -1 : count;
    }
}
