package cn.gridbell.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GridbellTest
class MeTest {

    private static final String CHINESE = ".*[\\u4e00-\\u9fff].*";

    private final People people;

    @Autowired
    MeTest(People people) {
        this.people = people;
    }

    @Test
    void aNewcomerSeesWhatIsMissing() {
        People.Person person = people.newcomer();

        Http.Answer me = person.http().get("/api/resident/me").expect(200);

        assertThat(me.at("/id")).isEqualTo(person.residentId());
        for (String missing : new String[] {"/phone", "/household", "/grid", "/gridMember", "/consents/privacy"}) {
            assertThat(me.json().at(missing).isNull()).as(missing).isTrue();
        }
        assertThat(me.json().at("/roles").isArray()).isTrue();
        assertThat(me.json().at("/roles").size()).isZero();
    }

    @Test
    void aResidentSeesTheirDoorTheirGridAndWhoAnswersForIt() {
        Http.Answer me = people.resident().http().get("/api/resident/me").expect(200);

        assertThat(me.at("/phone")).matches("138\\*{4}\\d{4}");
        assertThat(me.at("/household/address")).isEqualTo("铃音巷1号");
        assertThat(me.at("/household/building")).isEqualTo("1号楼");
        assertThat(me.at("/household/unit")).isEqualTo("1单元");
        assertThat(me.at("/household/room")).isEqualTo("101");
        assertThat(me.at("/grid/name")).isEqualTo("听铃第一网格");
        assertThat(me.at("/grid/level")).isEqualTo("GRID");
        assertThat(me.at("/gridMember/name")).isEqualTo("唐涵");
        assertThat(me.at("/gridMember/phone")).isEqualTo("19900010001");
    }

    @Test
    void thePlaceOnTheMapSaysWhichGrid() {
        People.Person person = people.newcomer();

        // GCJ-02 of a point in 听铃第一网格, as WeChat gives it
        Http.Answer me = giveHousehold(person, 30.63937, 104.06904);

        me.expect(200);
        assertThat(me.at("/grid/level")).isEqualTo("GRID");
    }

    @Test
    void refusesAHouseholdOutsideTheStreetAndKeepsNothing() {
        People.Person person = people.newcomer();

        Http.Answer no = giveHousehold(person, 39.9, 116.4);

        no.expect(422);
        assertThat(no.at("/type")).isEqualTo("urn:problem:resident:grid-not-found");
        assertThat(no.at("/detail")).matches(CHINESE);
        assertThat(no.at("/nearest/0/name")).isNotEmpty();
        assertThat(person.http().get("/api/resident/me").json().at("/household").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"address\":\"\"}",
                "{\"address\":\"a\\u0000\"}",
                "{\"address\":[]}",
                "{\"address\":\"铃音巷1号\",\"location\":{}}",
                "{\"address\":\"铃音巷1号\",\"location\":{\"latitude\":\"x\",\"longitude\":1}}",
                "{\"address\":\"铃音巷1号\",\"location\":{\"latitude\":99,\"longitude\":999}}",
                "{\"address\":\"铃音巷1号\",\"room\":\"1234567890123456789012345678901\"}"
            })
    void refusesABadHouseholdInChinese(String body) {
        Http.Answer no = people.newcomer().http().put("/api/resident/household", body);

        no.expect(400);
        assertThat(no.at("/detail")).matches(CHINESE);
    }

    @Test
    void aStaffPhoneGivesRolesAndASecondPersonTakesThemOver() {
        People.Person first = people.staff("HL002");
        assertThat(first.http().get("/api/resident/me").at("/roles/0")).isEqualTo("GRID_MEMBER");

        People.Person second = people.staff("HL002");

        assertThat(second.http().get("/api/resident/me").at("/roles/0")).isEqualTo("GRID_MEMBER");
        assertThat(first.http().get("/api/resident/me").json().at("/roles").size())
                .isZero();
    }

    @Test
    void aPhoneCodeWorksOnce() {
        People.Person person = people.newcomer();
        Map<String, Object> code =
                Map.of("code", person.phone("phone-code", null).at("/code"));

        person.http().post("/api/resident/phone", code).expect(200);
        person.http().post("/api/resident/phone", code).expect(400);
    }

    @Test
    void aPrivacyVersionIsAgreedToOnce() {
        People.Person person = people.newcomer();
        Map<String, Object> version = Map.of("version", "2026-11");

        Http.Answer first =
                person.http().post("/api/resident/privacy-consents", version).expect(201);
        Http.Answer second =
                person.http().post("/api/resident/privacy-consents", version).expect(200);

        assertThat(first.at("/consents/privacy/version")).isEqualTo("2026-11");
        assertThat(second.at("/consents/privacy/at")).isEqualTo(first.at("/consents/privacy/at"));
        person.http()
                .post("/api/resident/privacy-consents", Map.of("version", "版本 一"))
                .expect(400);
    }

    private static Http.Answer giveHousehold(People.Person person, double latitude, double longitude) {
        return person.http()
                .put(
                        "/api/resident/household",
                        Map.of(
                                "address",
                                "谁也不认识的路1号",
                                "room",
                                "101",
                                "location",
                                Map.of("latitude", latitude, "longitude", longitude)));
    }
}
