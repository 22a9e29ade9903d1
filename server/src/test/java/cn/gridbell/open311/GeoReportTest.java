package cn.gridbell.open311;

import static cn.gridbell.open311.GeoReportCalls.LAT;
import static cn.gridbell.open311.GeoReportCalls.LONG;
import static cn.gridbell.open311.GeoReportCalls.same;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.request.RequestId;
import cn.gridbell.request.Requests;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** GeoReport v2 as its specification has it, read and write, in XML and JSON alike. */
@GridbellTest
class GeoReportTest {

    private final People people;
    private final Requests requests;
    private final JdbcTemplate sql;

    @Autowired
    GeoReportTest(People people, Requests requests, JdbcTemplate sql) {
        this.people = people;
        this.requests = requests;
        this.sql = sql;
    }

    @Test
    void discoveryLeadsToTheEndpoint() {
        GeoReportCalls anybody = new GeoReportCalls(people.server(), "");
        JsonNode found = anybody.both(200, "discovery", "");

        JsonNode endpoint = found.at("/endpoints/0");
        assertThat(endpoint.at("/specification").asString()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.at("/url").asString()).endsWith("/open311/v2");
        assertThat(endpoint.at("/formats").toString()).isEqualTo("[\"text/xml\",\"application/json\"]");
        assertThat(anybody.both(200, "v2/discovery", ""))
                .as("where some clients look")
                .isEqualTo(found);
    }

    @Test
    void servicesAreWhatAnybodyMayReport() {
        JsonNode services = new GeoReportCalls(people.server(), "").both(200, "v2/services", "?jurisdiction_id=");

        assertThat(services.isArray()).isTrue();
        List<String> codes =
                stream(services).map(s -> s.at("/service_code").asString()).toList();
        assertThat(codes)
                .contains("STREET_LIGHT", "NOISE")
                .doesNotContain("ENVIRONMENT", "ELDERLY_CARE", "FAMILY_DISPUTE", "OTHER")
                .allMatch(code -> code.matches("[A-Z_]+"));
        assertThat(stream(services)).allSatisfy(service -> {
            assertThat(service.at("/metadata").isBoolean()).isTrue();
            assertThat(service.at("/type").asString())
                    .isEqualTo(service.at("/service_code").asString().equals("SMALL_ADS") ? "batch" : "realtime");
        });
    }

    @Test
    void aDefinitionIsAnObjectWithItsAttributesWrapped() {
        GeoReportCalls anybody = new GeoReportCalls(people.server(), "");
        JsonNode definition = anybody.both(200, "v2/services/STREET_LIGHT", "?jurisdiction_id=street.example");
        assertThat(definition.isObject()).isTrue();
        assertThat(definition.at("/service_code").asString()).isEqualTo("STREET_LIGHT");
        assertThat(definition.at("/attributes").isArray()).isTrue();
    }

    @Test
    void whatAServiceAsksIsAskedAndHasToBeAnswered() {
        GeoReportCalls city = GeoReportCalls.of(people, true);
        assertThat(stream(city.both(200, "v2/services", ""))
                        .filter(service -> service.at("/metadata").asBoolean())
                        .map(service -> service.at("/service_code").asString()))
                .contains("ELEVATOR");
        JsonNode trapped = city.both(200, "v2/services/ELEVATOR", "").at("/attributes/0");
        assertThat(trapped.at("/code").asString()).isEqualTo("trapped");
        assertThat(trapped.at("/datatype").asString()).isEqualTo("singlevaluelist");
        assertThat(trapped.at("/required").asBoolean()).isTrue();
        assertThat(trapped.at("/order").asInt()).isOne();
        assertThat(trapped.at("/values/0/key").asString()).isEqualTo("YES");

        refused(400, city, "service_code", "ELEVATOR", "lat", LAT, "long", LONG);
        refused(400, city, "service_code", "ELEVATOR", "lat", LAT, "long", LONG, "attribute[trapped]", "MAYBE");
        assertThat(refused(400, city, "service_code", "ELEVATOR", "lat", LAT, "long", LONG, "attribute[trapped]", "YES")
                        .at("/0/description")
                        .asString())
                .as("an emergency is no request")
                .contains("119");
        String number = city.post(
                        "requests.json",
                        "service_code",
                        "ELEVATOR",
                        "lat",
                        LAT,
                        "long",
                        LONG,
                        "attribute[trapped]",
                        "NO",
                        "attribute[which][]",
                        "2单元")
                .expect(200)
                .at("/0/service_request_id");
        assertThat(sql.queryForList(
                        "SELECT answer FROM request_answer WHERE request_id = ? ORDER BY id",
                        String.class,
                        idOf(number).value()))
                .containsExactly("否", "2单元");
    }

    @Test
    void aReportGoesInComesBackIsAnsweredAndClosed() {
        GeoReportCalls city = GeoReportCalls.of(people, true);
        String[] form = {
            "jurisdiction_id", "street.example",
            "service_code", "STREET_LIGHT",
            "lat", LAT,
            "long", LONG,
            "address_string", "",
            "description", "路灯 <b>不亮</b> & \"闪\"。\r\n第二行",
            "media_url", "http://example.com/1.jpg",
            "attribute[WHISPAWN]", "123456"
        };
        Http.Answer inXml = city.post("requests.xml", form).expect(200);
        Http.Answer inJson = city.post("requests.json", form).expect(200);
        GeoReportCalls.checked(inXml);
        JsonNode made = inJson.json();
        assertThat(made.isArray()).isTrue();
        assertThat(made.at("/0").propertyNames())
                .containsExactlyInAnyOrder("service_request_id", "service_notice", "account_id");
        String number = made.at("/0/service_request_id").asString();

        JsonNode before = city.both(200, "v2/requests/" + number, "");
        assertThat(before.at("/0/status").asString()).isEqualTo("open");
        assertThat(before.at("/0/description").isNull())
                .as("nobody has looked at it")
                .isTrue();
        assertThat(before.at("/0/lat").asDouble()).isEqualTo(30.6417998);
        assertThat(before.at("/0/long").asDouble()).isEqualTo(104.0665336);
        assertThat(before.at("/0/address_id").asString()).isEqualTo("HL-01-01");
        assertThat(before.at("/0/requested_datetime").asString())
                .startsWith("2026-11-24T09:")
                .endsWith("+08:00");

        passWords(number);
        JsonNode seen = city.both(200, "v2/requests/" + number, "");
        assertThat(seen.at("/0/description").asString()).isEqualTo("路灯 <b>不亮</b> & \"闪\"。\n第二行");
        assertThat(seen.at("/0/description").asString())
                .as("the same as everybody else is shown")
                .isEqualTo(requests.publicContentOf(idOf(number)).orElseThrow().description());

        People.Person member = people.staff("HL001");
        member.http()
                .post("/api/staff/requests/" + idOf(number) + "/acceptance", null)
                .expect(200);
        member.http()
                .post("/api/staff/requests/" + idOf(number) + "/result", Map.of("closure", "SOLVED", "words", "已更换灯泡。"))
                .expect(200);
        JsonNode closed = city.both(200, "v2/requests/" + number, "?extensions=false");
        assertThat(closed.at("/0/status").asString()).isEqualTo("closed");
        assertThat(closed.at("/0/status_notes").asString()).contains("已解决");
        assertThat(city.get("v2/requests/" + number + ".json?extensions=true").at("/0/extended_attributes/closure"))
                .isEqualTo("SOLVED");
        assertThat(stream(city.both(200, "v2/requests", "?status=closed&service_code=STREET_LIGHT,NOISE"))
                        .map(r -> r.at("/service_request_id").asString()))
                .contains(number);
        assertThat(stream(city.both(200, "v2/requests", "?status=open"))
                        .map(r -> r.at("/service_request_id").asString()))
                .doesNotContain(number);
    }

    @Test
    void placesMayBeAddressesOrGrids() {
        GeoReportCalls city = GeoReportCalls.of(people, true);
        String byAddress = city.post(
                        "requests.json", "service_code", "NOISE", "address_string", "铃音巷3号", "description", "夜里施工")
                .expect(200)
                .at("/0/service_request_id");
        String byGrid = city.post(
                        "requests.json", "service_code", "NOISE", "address_id", "HL-01-01", "description", "夜里施工")
                .expect(200)
                .at("/0/service_request_id");

        JsonNode found =
                city.both(200, "v2/requests", "?service_request_id=" + byAddress + "," + byGrid + "&status=closed");
        assertThat(found.size()).as("ids override everything else").isEqualTo(2);
        assertThat(stream(found)).allSatisfy(r -> {
            assertThat(r.at("/lat").isNull()).isTrue();
            assertThat(r.at("/address").asString()).doesNotContain("3号");
        });
        passWords(byAddress);
        assertThat(city.get("v2/requests/" + byAddress + ".json").at("/0/address"))
                .isEqualTo("铃音巷3号");
    }

    @Test
    void aBatchServiceAnswersWithATokenFirst() {
        GeoReportCalls city = GeoReportCalls.of(people, true);
        JsonNode made = city.post("requests.json", "service_code", "SMALL_ADS", "lat", LAT, "long", LONG)
                .expect(200)
                .json();
        String token = made.at("/0/token").asString();
        assertThat(made.at("/0").has("service_request_id")).isFalse();

        JsonNode told = city.both(200, "v2/tokens/" + token, "");
        String number = told.at("/0/service_request_id").asString();
        assertThat(told.at("/0/token").asString()).isEqualTo(token);
        assertThat(city.both(200, "v2/requests/" + number, "").size()).isOne();
        city.both(404, "v2/tokens/" + token + "0", "");
    }

    @Test
    void everyNoIsAListInTheAskedFormat() {
        GeoReportCalls city = GeoReportCalls.of(people, true);
        GeoReportCalls stranger = new GeoReportCalls(people.server(), "nobody");
        String[] good = {"service_code", "NOISE", "lat", LAT, "long", LONG, "description", "夜里施工"};
        refused(403, stranger, good);
        refused(403, new GeoReportCalls(people.server(), ""), good);
        refused(403, GeoReportCalls.of(people, false), good);
        refused(403, GeoReportCalls.of(people, true, "PARKING"), good);
        refused(400, city, "lat", LAT, "long", LONG);
        refused(400, city, "service_code", "", "lat", LAT, "long", LONG);
        refused(404, city, "service_code", "NO_SUCH", "lat", LAT, "long", LONG);
        refused(404, city, "service_code", "ELDERLY_CARE", "lat", LAT, "long", LONG);
        refused(404, city, "service_code", "NOISE", "jurisdiction_id", "city.gov", "lat", LAT, "long", LONG);
        refused(400, city, "service_code", "NOISE", "description", "没有地点");
        refused(400, city, "service_code", "NOISE", "lat", LAT);
        refused(400, city, "service_code", "NOISE", "lat", "north", "long", LONG);
        refused(400, city, "service_code", "NOISE", "lat", "NaN", "long", LONG);
        refused(400, city, "service_code", "NOISE", "lat", "37.76", "long", "-122.42");
        refused(400, city, "service_code", "NOISE", "address_string", "没有这条路9999号");
        refused(400, city, "service_code", "NOISE", "lat", LAT, "long", LONG, "description", "长".repeat(4_001));
        refused(400, city, "service_code", "NOISE", "lat", LAT, "long", LONG, "media_url", "file:///etc/passwd");
        JsonNode two = refused(
                400,
                city,
                "service_code",
                "NOISE",
                "lat",
                LAT,
                "long",
                LONG,
                "email",
                "a".repeat(201),
                "phone",
                "1".repeat(41));
        assertThat(two.size()).as("each field has its own line").isEqualTo(2);

        city.both(404, "v2/services", "?jurisdiction_id=city.gov");
        city.both(404, "v2/services/NO_SUCH", "");
        city.both(404, "v2/services/HARDSHIP_AID", "");
        city.both(404, "v2/requests/HL20000101-000001", "");
        city.both(404, "v2/requests/1", "?jurisdiction_id=city.gov");
        city.both(404, "v2/nothing", "");
        city.both(403, "v2/servicerequestupdates", "?api_key=nobody");
        for (String wrong : List.of(
                "start_date=2026-01-01",
                "start_date=2026-01-01T00:00:00",
                "start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z",
                "start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z",
                "updated_after=yesterday",
                "status=waiting",
                "page=0",
                "page_size=0",
                "page=200&page_size=1000",
                "lat=30.6",
                "lat=30.6&long=104.0&radius=-1")) {
            city.both(400, "v2/requests", "?" + wrong);
        }
        assertThat(city.get("v2/services.html").status()).isEqualTo(404);
        assertThat(city.get("v2/services").expect(200).headers().get("content-type"))
                .startsWith("text/xml");
    }

    @Test
    void xmlIsNeverRead() {
        String bomb =
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><service_requests>&b;</service_requests>";
        Http.Answer answer = people.server()
                .send(
                        "POST",
                        "/open311/v2/requests.xml",
                        bomb.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "text/xml");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContain("root:");
    }

    @Test
    void spansPagesAndPlacesNarrowTheList() {
        GeoReportCalls city = GeoReportCalls.of(people, true);
        String first = city.reported("一号灯");
        String second = city.reported("二号灯");
        String day = "&start_date=2026-11-24T00:00:00Z&end_date=2026-11-25T00:00:00Z";
        List<String> all = ids(city.both(200, "v2/requests", "?service_code=STREET_LIGHT" + day));
        assertThat(all).contains(first, second);
        for (int page = 1; page <= 2; page++) {
            assertThat(ids(city.both(
                            200, "v2/requests", "?service_code=STREET_LIGHT&page_size=1" + day + "&page=" + page)))
                    .containsExactly(all.get(page - 1));
        }

        String near = "?lat=" + LAT + "&long=" + LONG + "&radius=5&service_code=STREET_LIGHT";
        assertThat(ids(city.both(200, "v2/requests", near))).contains(first, second);
        assertThat(ids(city.both(200, "v2/requests", "?lat=30.9&long=104.5&radius=50")))
                .isEmpty();
        assertThat(ids(city.both(
                        200, "v2/requests", "?start_date=2026-11-24T00:00:00+08:00&end_date=2026-11-25T00:00:00Z")))
                .as("a plus sign that was not encoded")
                .contains(first, second);
        assertThat(ids(city.both(200, "v2/requests", "?end_date=2026-11-23T00:00:00Z")))
                .doesNotContain(first);
        assertThat(ids(city.both(200, "v2/requests", "?updated_after=2026-11-24T00:00:00Z")))
                .contains(first);
        assertThat(ids(city.both(200, "v2/requests", "?updated_before=2026-11-24T00:00:00Z")))
                .doesNotContain(first);
    }

    @Test
    void whatIsPrivateOrWithdrawnIsNowhere() {
        People.Person resident = people.resident();
        String home = submitted(resident, "ELDERLY_CARE", "老人独居，需要助餐。");
        String gone = submitted(resident, "STREET_LIGHT", "路灯坏了。");
        String open = submitted(resident, "STREET_LIGHT", "路灯坏了，门牌在铃音巷1号1单元101。");
        GeoReportCalls city = GeoReportCalls.of(people, true);
        assertThat(city.both(200, "v2/requests/" + numberOf(gone), "").size()).isOne();
        resident.http()
                .post("/api/resident/requests/" + gone + "/withdrawal", Map.of("reason", "修好了"))
                .expect(200);

        for (String hidden : List.of(home, gone)) {
            assertThat(requests.publicContentOf(RequestId.of(hidden))).isEmpty();
            city.both(404, "v2/requests/" + numberOf(hidden), "");
            assertThat(city.both(200, "v2/requests", "?service_request_id=" + numberOf(hidden))
                            .size())
                    .isZero();
            assertThat(ids(city.both(200, "v2/requests", ""))).doesNotContain(numberOf(hidden));
            assertThat(city.both(200, "v2/servicerequestupdates", "").toString())
                    .doesNotContain(numberOf(hidden));
        }
        assertThat(city.both(200, "v2/requests", "?service_code=ELDERLY_CARE").size())
                .isZero();
        JsonNode shown = city.both(200, "v2/requests/" + numberOf(open), "");
        assertThat(shown.toString()).as("not checked, so not shown; no door").doesNotContain("101", "路灯坏了");
    }

    private JsonNode refused(int status, GeoReportCalls client, String... form) {
        int before = count();
        JsonNode errors = same(status, client.post("requests.xml", form), client.post("requests.json", form));
        assertThat(errors.isArray()).isTrue();
        assertThat(errors.at("/0/code").asInt()).isEqualTo(status);
        assertThat(errors.at("/0/description").asString()).isNotEmpty();
        assertThat(count()).as("nothing was stored").isEqualTo(before);
        return errors;
    }

    private int count() {
        return Objects.requireNonNull(sql.queryForObject("SELECT COUNT(*) FROM request", Integer.class));
    }

    private RequestId idOf(String number) {
        return new RequestId(Objects.requireNonNull(
                sql.queryForObject("SELECT id FROM request WHERE number = ?", Long.class, number)));
    }

    private String numberOf(String id) {
        return Objects.requireNonNull(sql.queryForObject("SELECT number FROM request WHERE id = ?", String.class, id));
    }

    /** Staff look at what the other platform sent. */
    private void passWords(String number) {
        People.Person community = people.staff("HL041");
        String check = sql.queryForObject(
                "SELECT c.id FROM request_check c JOIN request r ON r.id = c.request_id WHERE r.number = ? AND"
                        + " c.entry_id = 0",
                String.class,
                number);
        community
                .http()
                .post("/api/staff/content-reviews/" + check + "/decision", Map.of("publish", true, "reason", "可以公开"))
                .expect(204);
    }

    private static String submitted(People.Person resident, String category, String words) {
        return resident.http()
                .with("Idempotency-Key", "open311-" + resident.residentId() + words.hashCode())
                .post("/api/resident/requests", Map.of("category", category, "description", words))
                .expect(201)
                .at("/id");
    }

    private static List<String> ids(JsonNode list) {
        return stream(list).map(r -> r.at("/service_request_id").asString()).toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
