package cn.gridbell.open311;

import static cn.gridbell.open311.GeoReportCalls.LAT;
import static cn.gridbell.open311.GeoReportCalls.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.redis.SharedCache;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Who may do what with a key, that a repeated call is one, that people's data stay sealed, and updates both ways. */
@GridbellTest
class Open311ClientsTest {

    private final People people;
    private final ReportContacts contacts;
    private final SharedCache cache;
    private final FieldCipher cipher;
    private final MutableClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    Open311ClientsTest(
            People people,
            ReportContacts contacts,
            SharedCache cache,
            FieldCipher cipher,
            MutableClock clock,
            JdbcTemplate sql,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.contacts = contacts;
        this.cache = cache;
        this.cipher = cipher;
        this.clock = clock;
        this.sql = sql;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Test
    void aKeyIsShownOnceKeptAsAHashAndGoodUntilItIsRevoked() {
        Http street = people.staff("HL046").http().with("Idempotency-Key", "open311-shown-once");
        Map<String, Object> body =
                Map.of("name", "随手报", "contact", "值班 李工 021-000", "mayWrite", true, "services", List.of("NOISE"));
        Http.Answer made = street.post("/api/staff/open311-clients", body).expect(201);
        String key = made.at("/apiKey");
        String id = made.at("/client/id");
        assertThat(key).matches("g311_[A-Za-z0-9_-]{43}");
        assertThat(made.headers().get("cache-control")).contains("no-store");

        Http.Answer again = street.post("/api/staff/open311-clients", body).expect(201);
        assertThat(again.at("/client/id")).isEqualTo(id);
        assertThat(again.at("/apiKey")).as("not a second time").isEmpty();
        assertThat(street.get("/api/staff/open311-clients").expect(200).text())
                .doesNotContain(key)
                .contains("李工");
        String rows = sql.queryForList("SELECT * FROM open311_client").toString()
                + sql.queryForList("SELECT answer FROM idempotency_key").toString();
        assertThat(rows).doesNotContain(key).doesNotContain("李工");

        GeoReportCalls client = new GeoReportCalls(people.server(), key);
        client.post("requests.json", "service_code", "NOISE", "lat", LAT, "long", LONG)
                .expect(200);
        street.post("/api/staff/open311-clients/" + id + "/revocation", null).expect(200);
        client.post("requests.json", "service_code", "NOISE", "lat", LAT, "long", LONG)
                .expect(403);
        street.post("/api/staff/open311-clients/" + id + "/revocation", null).expect(404);
    }

    @Test
    void aKeyOfAnotherJurisdictionIsNoKey() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        client.reported("灯不亮");
        transactions.executeWithoutResult(moved ->
                sql.update("UPDATE open311_client SET jurisdiction = 'elsewhere.example' WHERE key_hash = ?", (Object)
                        cipher.index("open311_client.key_hash", client.key())));
        client.post("requests.json", "service_code", "NOISE", "lat", LAT, "long", LONG)
                .expect(403);
    }

    @Test
    void keysAreForTheStreetToMake() {
        Map<String, Object> body = Map.of("name", "x", "contact", "y", "mayWrite", true);
        people.staff("HL001").http().post("/api/staff/open311-clients", body).expect(403);
        people.resident().http().get("/api/staff/open311-clients").expect(403);
        people.staff("HL046")
                .http()
                .post(
                        "/api/staff/open311-clients",
                        Map.of("name", "x", "contact", "y", "mayWrite", true, "services", List.of("ELDERLY_CARE")))
                .expect(400);
    }

    @Test
    void aRepeatedReportIsOne() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        String[] form = {
            "service_code", "NOISE", "lat", LAT, "long", LONG, "description", "夜里施工", "attribute[fixmystreet_id]", "77"
        };
        String number = client.post("requests.json", form).expect(200).at("/0/service_request_id");
        assertThat(client.post("requests.json", form).expect(200).at("/0/service_request_id"))
                .isEqualTo(number);
        assertThat(GeoReportCalls.of(people, true)
                        .post("requests.json", form)
                        .expect(200)
                        .at("/0/service_request_id"))
                .as("another client's 77 is another matter")
                .isNotEqualTo(number);

        GeoReportCalls keyed = client.with("Idempotency-Key", "open311-retry-1");
        String[] plain = {"service_code", "NOISE", "lat", LAT, "long", LONG, "description", "夜里施工"};
        Http.Answer first = keyed.post("requests.xml", plain).expect(200);
        assertThat(keyed.post("requests.xml", plain).expect(200).text()).isEqualTo(first.text());
        Http.Answer other =
                keyed.post("requests.json", "service_code", "NOISE", "lat", LAT, "long", LONG, "description", "别的");
        assertThat(other.expect(422).at("/0/code")).isEqualTo("422");
    }

    @Test
    void twentyAtOnceWithOneExternalIdAreOneReport() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        List<CompletableFuture<Http.Answer>> calls = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.post(
                        "requests.json", "service_code", "NOISE", "lat", LAT, "long", LONG, "external_id", "twenty")))
                .toList();
        List<String> numbers = calls.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.expect(200).at("/0/service_request_id"))
                .distinct()
                .toList();
        assertThat(numbers).hasSize(1);
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM open311_report WHERE external_id = 'twenty'", Integer.class))
                .isOne();
    }

    @Test
    void whoReportedIsSealedNeverShownAndErased() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        String[] personal = {"万俟隐名", "13912345678", "yinming@example.com", "device-77f3", "account-91a2"};
        String number = client.post(
                        "requests.json",
                        "service_code",
                        "STREET_LIGHT",
                        "lat",
                        LAT,
                        "long",
                        LONG,
                        "description",
                        "灯不亮",
                        "last_name",
                        personal[0],
                        "phone",
                        personal[1],
                        "email",
                        personal[2],
                        "device_id",
                        personal[3],
                        "account_id",
                        personal[4])
                .expect(200)
                .at("/0/service_request_id");
        String everything = sql.queryForList("SELECT * FROM open311_report").toString()
                + sql.queryForList("SELECT * FROM request").toString()
                + sql.queryForList("SELECT * FROM request_entry").toString()
                + client.both(200, "v2/requests/" + number, "?extensions=false")
                + client.get("v2/requests.json?extensions=true").text()
                + client.get("v2/servicerequestupdates.xml?api_key=" + client.key())
                        .text();
        assertThat(everything).doesNotContain(personal);

        Http street = people.staff("HL046").http();
        String path = "/api/staff/open311-reports/" + number;
        people.staff("HL001")
                .http()
                .post(path + "/contact-reading", Map.of("purpose", "回访"))
                .expect(403);
        street.post(path + "/contact-reading", Map.of()).expect(400);
        Http.Answer read = street.post(path + "/contact-reading", Map.of("purpose", "电话回访办理结果"))
                .expect(200);
        assertThat(read.at("/phone")).isEqualTo(personal[1]);
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM open311_contact_reading WHERE purpose = '电话回访办理结果'", Integer.class))
                .as("who looked is written down")
                .isPositive();
        street.post(path + "/contact-erasure", null).expect(204);
        street.post(path + "/contact-reading", Map.of("purpose", "电话回访办理结果")).expect(404);
        client.both(200, "v2/requests/" + number, "");
    }

    @Test
    void contactsAreErasedAfterHalfAYear() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        client.post("requests.json", "service_code", "NOISE", "lat", LAT, "long", LONG, "email", "a@b.cn")
                .expect(200);
        clock.advance(Duration.ofDays(181));
        contacts.eraseOld();
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM open311_report WHERE contact IS NOT NULL", Integer.class))
                .isZero();
    }

    @Test
    void updatesGoBothWays() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        GeoReportCalls other = GeoReportCalls.of(people, true);
        String number = client.reported("灯不亮");
        String id = sql.queryForObject("SELECT id FROM request WHERE number = ?", String.class, number);
        String[] update = {
            "service_request_id", number,
            "update_id", "501",
            "updated_datetime", "2026-11-24T02:00:00Z",
            "status", "OPEN",
            "description", "居民说昨晚又灭了。",
            "media_url", "https://pictures.example/1.jpg",
            "email", "who@example.com",
            "last_name", "-"
        };
        Http.Answer heard = client.post("servicerequestupdates.json", update).expect(200);
        String updateId = heard.at("/0/update_id");
        Http.Answer again = client.post("servicerequestupdates.xml", update).expect(200);
        assertThat(GeoReportCalls.checked(again)
                        .getElementsByTagName("update_id")
                        .item(0)
                        .getTextContent())
                .isEqualTo(updateId)
                .isNotEmpty();
        assertThat(sql.queryForList(
                        "SELECT words FROM request_entry WHERE request_id = ? AND kind = 'COMMENTED' ORDER BY id",
                        String.class,
                        id))
                .hasSize(3)
                .satisfies(words -> assertThat(words.get(1)).contains("居民说昨晚又灭了。", "OPEN"))
                .last()
                .asString()
                .contains("https://pictures.example/1.jpg");
        client.post(
                        "servicerequestupdates.json",
                        "service_request_id",
                        number,
                        "update_id",
                        "500",
                        "updated_datetime",
                        "2026-11-24T02:00:00Z",
                        "status",
                        "OPEN",
                        "media_url",
                        "javascript:alert(1)")
                .expect(400);
        client.post("servicerequestupdates.json", "service_request_id", number, "update_id", "502", "status", "GONE")
                .expect(400);
        client.post(
                        "servicerequestupdates.json",
                        "service_request_id",
                        "HL20000101-000001",
                        "update_id",
                        "503",
                        "updated_datetime",
                        "2026-11-24T02:00:00Z",
                        "status",
                        "OPEN")
                .expect(404);
        new GeoReportCalls(people.server(), "nobody")
                .post("servicerequestupdates.json", update)
                .expect(403);

        People.Person member = people.staff("HL001");
        member.http().post("/api/staff/requests/" + id + "/acceptance", null).expect(200);
        member.http()
                .post("/api/staff/requests/" + id + "/result", Map.of("closure", "PARTLY", "words", "先换灯泡，线路下月修。"))
                .expect(200);
        String span = "start_date=2026-11-24T00:00:00Z&end_date=2026-11-25T00:00:00Z";
        List<JsonNode> told = of(number, client.both(200, "v2/servicerequestupdates", "?" + span));
        assertThat(told.stream().map(u -> u.at("/status").asString())).containsExactly("open", "open", "closed");
        assertThat(told.get(2).at("/description").asString()).contains("部分解决").doesNotContain("灯泡");
        assertThat(told).extracting(u -> u.at("/update_id").asString()).doesNotContain(updateId);
        assertThat(told.toString()).as("staff are not named").doesNotContain("唐涵");
        assertThat(of(number, client.both(200, "v2/servicerequestupdates", "?" + span + "&api_key=" + client.key()))
                        .get(2)
                        .at("/description")
                        .asString())
                .as("who reported it may read the answer")
                .contains("先换灯泡");
        assertThat(of(number, client.both(200, "v2/servicerequestupdates", "?" + span + "&api_key=" + other.key()))
                        .toString())
                .as("another client may not")
                .doesNotContain("灯泡");
        assertThat(of(
                        number,
                        client.both(
                                200,
                                "v2/servicerequestupdates",
                                "?start_date=2026-11-20T00:00:00Z&end_date=2026-11-21T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void clientsInTheFieldAreUnderstoodAsTheySpeak() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        String key = "api_key=" + client.key();
        // The specification's own example, with a service and a place of ours.
        String example = key
                + "&jurisdiction_id=street.example&service_code=STREET_LIGHT&lat=30.6417998&long=104.0665336&address_string=1234+5th+street"
                + "&email=smit333%40sfgov.edu&device_id=tt222111&account_id=123456&first_name=john&last_name=smith&phone=111111111"
                + "&description=A+large+sinkhole+is+destroying+the+street"
                + "&media_url=http%3A%2F%2Ffarm3.static.flickr.com%2F2002%2F2212426634_5ed477a060.jpg"
                + "&attribute[WHISPAWN]=123456&attribute[WHISDORN]=COISL001";
        GeoReportCalls.checked(client.raw("requests.xml", example).expect(200));
        // FixMyStreet: empty last name, several pictures, brackets encoded; the update it sends later and the window it
        // asks for.
        String number = client.raw(
                        "requests.json",
                        key
                                + "&jurisdiction_id=&service_code=STREET_LIGHT&description=Broken%0A%0Adetail%3A+dark%0A%0A&first_name=Jo&last_name="
                                + "&lat=30.6418&long=104.066534&media_url=http%3A%2F%2Fa.example%2F1.jpg&media_url=http%3A%2F%2Fa.example%2F2.jpg"
                                + "&attribute%5Bfixmystreet_id%5D=1201&attribute%5BmultI%5D%5B%5D=a&attribute%5BmultI%5D%5B%5D=b")
                .expect(200)
                .at("/0/service_request_id");
        client.raw(
                        "servicerequestupdates.xml",
                        key + "&service_request_id=" + number
                                + "&update_id=9&status=FIXED&description=&first_name=Jo&last_name=-"
                                + "&updated_datetime=2026-11-24T02%3A00%3A00Z")
                .expect(200);
        // Where node-open311 puts the jurisdiction.
        client.raw(
                        "requests.json?jurisdiction_id=street.example",
                        key + "&service_code=NOISE&lat=30.6418&long=104.066534&description=loud")
                .expect(200);
    }

    @Test
    void readersWithoutAKeyAreBoundAndSaySo() {
        Open311Properties few = new Open311Properties(
                "street.example", "x", "y", "2026-11-01T00:00:00Z", List.of(), 3, 3, Duration.ofDays(1));
        ReadingLimit limit = new ReadingLimit(cache, cipher, few);
        String address = "192.0.2." + System.nanoTime();
        for (int i = 0; i < 3; i++) {
            limit.count(address);
        }
        assertThatThrownBy(() -> limit.count(address)).isInstanceOf(GeoReportRefusal.class);
        limit.requireFewGuesses(address);
        assertThat(people.server().get("/open311/v2/requests.json").headers().get("cache-control"))
                .contains("max-age=60")
                .contains("public");
    }

    private static List<JsonNode> of(String number, JsonNode updates) {
        return StreamSupport.stream(updates.spliterator(), false)
                .filter(update -> update.at("/service_request_id").asString().equals(number))
                .toList();
    }
}
