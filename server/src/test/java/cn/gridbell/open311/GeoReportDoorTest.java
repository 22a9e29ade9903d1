package cn.gridbell.open311;

import static cn.gridbell.open311.GeoReportCalls.LAT;
import static cn.gridbell.open311.GeoReportCalls.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.redis.SharedCache;
import cn.gridbell.request.OutsidePictures;
import cn.gridbell.request.OutsideReport;
import cn.gridbell.request.OutsideReports;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What the door lets in and what not: keys and guesses, services a key is good for, private matters, updates that come twice, pictures. */
@GridbellTest
class GeoReportDoorTest {

    private final People people;
    private final Open311Clients clients;
    private final OutsideReports outside;
    private final Limits limits;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    /** What a bound is made of. */
    private record Limits(SharedCache cache, FieldCipher cipher) {}

    @Autowired
    GeoReportDoorTest(
            People people,
            Open311Clients clients,
            OutsideReports outside,
            SharedCache cache,
            FieldCipher cipher,
            JdbcTemplate sql,
            TransactionTemplate transactions) {
        this.people = people;
        this.clients = clients;
        this.outside = outside;
        this.limits = new Limits(cache, cipher);
        this.sql = sql;
        this.transactions = transactions;
    }

    @Test
    void twentyAtOnceWithOneUpdateIdAreOneUpdate() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        String number = client.reported("灯不亮");
        String id = sql.queryForObject("SELECT id FROM request WHERE number = ?", String.class, number);
        String[] update = {
            "service_request_id",
            number,
            "update_id",
            "u-20",
            "updated_datetime",
            "2026-11-24T02:00:00Z",
            "status",
            "OPEN"
        };
        List<CompletableFuture<Http.Answer>> calls = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.post("servicerequestupdates.json", update)))
                .toList();

        assertThat(calls.stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.expect(200).at("/0/update_id"))
                        .distinct())
                .hasSize(1);
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM request_entry WHERE request_id = ? AND words LIKE '%来信%'",
                        Integer.class, id))
                .isOne();
        String other = GeoReportCalls.of(people, true)
                .post("servicerequestupdates.json", update)
                .expect(200)
                .at("/0/update_id");
        assertThat(other)
                .as("another client's u-20 is another update")
                .isNotEqualTo(client.post("servicerequestupdates.json", update).at("/0/update_id"));
    }

    /** The door says 404 for a private service; whoever comes past it is refused all the same. */
    @Test
    void whatIsPrivateIsNeverTakenFromOutside() {
        OutsideReport secret = new OutsideReport(
                "ELDERLY_CARE", "老人需要助餐", new GeoPoint(30.6417998, 104.0665336), null, null, Map.of(), List.of());
        String number = outside.takeNumber();

        assertThatThrownBy(() -> transactions.executeWithoutResult(
                        taken -> outside.report(secret, new OutsidePictures(1, List.of()), number)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("微信小程序");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM request WHERE number = ?", Integer.class, number))
                .isZero();
    }

    /** A key is good for what the street said, however it is asked. */
    @Test
    void aKeyForSomeServicesReportsNothingElse() {
        GeoReportCalls client = GeoReportCalls.of(people, true, "PARKING", "STREET_LIGHT");
        String[] noise = {"service_code", "NOISE", "lat", LAT, "long", LONG, "description", "夜里施工"};

        client.reported("灯不亮");
        client.post("requests.json", noise).expect(403);
        client.with("Idempotency-Key", "open311-not-allowed")
                .post("requests.json", noise)
                .expect(403);
        client.post("requests.json", "service_code", "noise", "lat", LAT, "long", LONG)
                .expect(404);
        client.post("requests.json", "service_code", "PARKING NOISE", "lat", LAT, "long", LONG)
                .expect(404);
    }

    @Test
    void guessingKeysLetsNobodyIn() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        String key = client.key();
        int before = Objects.requireNonNull(sql.queryForObject("SELECT COUNT(*) FROM request", Integer.class));
        List<String> guesses = new ArrayList<>(List.of(
                key.substring(0, key.length() - 1),
                key + "A",
                key.toLowerCase(Locale.ROOT),
                key.toUpperCase(Locale.ROOT),
                key.replace("g311_", ""),
                "' OR '1'='1",
                "%",
                "*",
                "null",
                "A".repeat(101)));
        for (int at = 5; at < key.length(); at++) {
            guesses.add(key.substring(0, at) + (key.charAt(at) == 'A' ? 'B' : 'A') + key.substring(at + 1));
        }
        int entries = 0;
        for (String guess : guesses) {
            GeoReportCalls guesser = new GeoReportCalls(people.server(), guess);
            for (Http.Answer answer : List.of(
                    guesser.post("requests.json", "service_code", "NOISE", "lat", LAT, "long", LONG),
                    guesser.post("servicerequestupdates.json", "update_id", "1", "status", "OPEN"))) {
                entries += answer.status() == 403 ? 0 : 1;
            }
        }
        System.out.printf("COUNT guessed keys: %d tried twice each, %d entries%n", guesses.size(), entries);
        assertThat(entries).isZero();
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM request", Integer.class))
                .isEqualTo(before);
        client.reported("灯不亮");
    }

    @Test
    void whoTriesManyWrongKeysWaitsWithARightOneToo() {
        Open311Properties few = new Open311Properties(
                "street.example", "x", "y", "2026-11-01T00:00:00Z", List.of(), 100, 3, Duration.ofDays(1));
        ReadingLimit limit = new ReadingLimit(limits.cache(), limits.cipher(), few);
        Doorkeeper door = new Doorkeeper(clients, limit);
        MockHttpServletRequest guesser = new MockHttpServletRequest();
        guesser.setRemoteAddr("192.0.2." + System.nanoTime());
        MockHttpServletRequest neighbour = new MockHttpServletRequest();
        neighbour.setRemoteAddr("198.51.100." + System.nanoTime());
        Parameters wrong = new Parameters(Map.of("api_key", new String[] {"g311_wrong"}));
        Parameters right = new Parameters(
                Map.of("api_key", new String[] {GeoReportCalls.of(people, true).key()}));
        for (int i = 0; i < 3; i++) {
            assertThat(statusOf(() -> door.writer(guesser, wrong))).isEqualTo(HttpStatus.FORBIDDEN);
        }

        assertThat(statusOf(() -> door.writer(guesser, right))).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(statusOf(() -> door.reader(guesser, right))).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(door.writer(neighbour, right).mayWrite()).isTrue();
    }

    private static HttpStatus statusOf(ThrowingCallable call) {
        return ((GeoReportRefusal) Objects.requireNonNull(catchThrowable(call))).status();
    }

    /** The python client three, and FixMyStreet where it uploads files, post multipart when there is a picture. */
    @Test
    void picturesSentAsMultipartAreKeptAndWaitForALook() {
        GeoReportCalls client = GeoReportCalls.of(people, true);

        Http.Answer made = multipart(client, "requests.json", 2, picture(), "STREET_LIGHT");

        String number = made.expect(200).at("/0/service_request_id");
        String id = sql.queryForObject("SELECT id FROM request WHERE number = ?", String.class, number);
        JsonNode seen = people.staff("HL001")
                .http()
                .get("/api/staff/requests/" + id)
                .expect(200)
                .json();
        assertThat(seen.at("/photos").size()).isEqualTo(2);
        assertThat(seen.at("/photos/0/width").asInt()).isEqualTo(80);
        assertThat(client.both(200, "v2/requests/" + number, "")
                        .at("/0/media_url")
                        .isNull())
                .as("nobody has looked at it")
                .isTrue();
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM photo WHERE owner_resident_id < 0 AND subject = ?",
                        Integer.class,
                        "request:" + id))
                .isEqualTo(2);
    }

    @Test
    void aPictureThatIsNoneTakesTheReportWithIt() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        int before = requests();

        JsonNode no = multipart(client, "requests.json", 1, "x".getBytes(StandardCharsets.UTF_8), "NOISE")
                .expect(400)
                .json();
        multipart(client, "requests.json", 10, picture(), "NOISE").expect(400);
        multipart(new GeoReportCalls(people.server(), "nobody"), "requests.json", 1, picture(), "NOISE")
                .expect(403);

        assertThat(no.at("/0/code").asInt()).isEqualTo(400);
        assertThat(no.at("/0/description").asString()).contains("JPG或PNG");
        assertThat(requests()).isEqualTo(before);
        multipart(client, "requests.json", 1, new byte[0], "NOISE").expect(200);
    }

    @Test
    void aPictureWithAnUpdateIsRefusedAndNotDropped() {
        GeoReportCalls client = GeoReportCalls.of(people, true);
        String number = client.reported("灯不亮");

        JsonNode no = multipart(client, "servicerequestupdates.json", 1, picture(), number)
                .expect(400)
                .json();

        assertThat(no.at("/0/description").asString()).contains("不能上传图片");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM open311_update WHERE update_id = 'm-1'", Integer.class))
                .isZero();
    }

    private int requests() {
        return Objects.requireNonNull(sql.queryForObject("SELECT COUNT(*) FROM request", Integer.class));
    }

    /** @param what the service, or the request that is spoken of */
    private Http.Answer multipart(GeoReportCalls client, String path, int files, byte[] file, String what) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> fields = path.startsWith("requests")
                ? Map.of("service_code", what, "address_string", "铃音巷3号", "description", "照片里就是")
                : Map.of(
                        "service_request_id",
                        what,
                        "update_id",
                        "m-1",
                        "status",
                        "OPEN",
                        "updated_datetime",
                        "2026-11-24T02:00:00Z");
        field(body, "api_key", client.key());
        fields.forEach((name, value) -> field(body, name, value));
        for (int i = 0; i < files; i++) {
            String name = i == 0 ? "media" : "photo" + i;
            body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"p.jpg\"\r\n"
                            + "Content-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return people.server()
                .send("POST", "/open311/v2/" + path, body.toByteArray(), "multipart/form-data; boundary=b");
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] picture() {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
