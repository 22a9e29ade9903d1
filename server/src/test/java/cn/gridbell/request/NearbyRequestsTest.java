package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.submit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What was reported near by: by kind, distance, time and words, as the public sees it. */
@GridbellTest
class NearbyRequestsTest {

    /** In HL-01-01, GCJ-02. */
    private static final double LATITUDE = 30.63937;

    private static final double LONGITUDE = 104.06904;

    private final People people;
    private final MutableClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    NearbyRequestsTest(People people, MutableClock clock, JdbcTemplate sql, TransactionTemplate transactions) {
        this.people = people;
        this.clock = clock;
        this.sql = sql;
        this.transactions = transactions;
    }

    /** What other tests reported from here lies elsewhere now. */
    @BeforeEach
    void nobodyElseIsNear() {
        transactions.executeWithoutResult(transaction ->
                sql.update("UPDATE request SET latitude = latitude + 1 WHERE ABS(latitude - ?) < 0.01", LATITUDE));
    }

    @Test
    void showsTheSameKindWithinItsDistanceTheNearestFirst() {
        String near = at("STREET_LIGHT", "路灯不亮", 0.0003);
        String nearer = at("STREET_LIGHT", "路灯坏了", 0.0001);
        String far = at("STREET_LIGHT", "那边路灯也坏了", 0.0010);
        String other = at("ROAD_DAMAGE", "路面有坑", 0.0001);

        List<String> ids = ids(nearby("STREET_LIGHT"));

        assertThat(ids.indexOf(nearer)).isGreaterThanOrEqualTo(0).isLessThan(ids.indexOf(near));
        assertThat(ids).contains(near).doesNotContain(far, other);
        JsonNode line = item(nearby("STREET_LIGHT"), nearer);
        assertThat(line.at("/metres").asInt()).isBetween(8, 14);
    }

    @Test
    void namesNobodyAndShowsWordsOnlyOnceTheyAreChecked() {
        People.Person reporter = people.resident();
        String id =
                submit(reporter, placed("MANHOLE", "井盖响得厉害暗语九七", 0)).expect(201).at("/id");
        assertThat(nearby("MANHOLE").text()).doesNotContain("暗语九七");
        assertThat(ids(nearby("MANHOLE"))).contains(id);

        pass(id);
        Http.Answer shown = nearby("MANHOLE");
        assertThat(item(shown, id).at("/description").asString()).contains("暗语九七");
        assertThat(shown.text())
                .doesNotContain("address")
                .doesNotContain("reporter")
                .doesNotContain("location");
    }

    @Test
    void closedOnesOldOnesAndPrivateOnesAreNotShown() {
        People.Person reporter = people.resident();
        String withdrawn =
                submit(reporter, placed("FUMES", "油烟太大", 0)).expect(201).at("/id");
        reporter.http()
                .post("/api/resident/requests/" + withdrawn + "/withdrawal", Map.of("reason", "好了"))
                .expect(200);
        String old = submit(reporter, placed("FUMES", "油烟很大", 0)).expect(201).at("/id");
        String secret =
                submit(reporter, placed("ELDERLY_CARE", "独居老人", 0)).expect(201).at("/id");
        assertThat(ids(nearby("FUMES"))).contains(old).doesNotContain(withdrawn);
        assertThat(ids(nearby("ELDERLY_CARE"))).doesNotContain(secret).isEmpty();

        clock.advance(Duration.ofDays(31));
        assertThat(ids(nearby("FUMES"))).doesNotContain(old);
    }

    @Test
    void wordsThatAreAlikeComeFirstAndSayWhy() {
        String alike = at("PARKING", "幼儿园门口有车乱停，接孩子过不去", 0.0004);
        String nearer = at("PARKING", "僵尸车占着车位一年了", 0.0001);
        pass(alike);
        pass(nearer);

        Http.Answer found = people.newcomer()
                .http()
                .post(
                        "/api/resident/requests/nearby",
                        Map.of(
                                "category",
                                "PARKING",
                                "location",
                                Map.of("latitude", LATITUDE, "longitude", LONGITUDE),
                                "text",
                                "幼儿园门口车乱停，孩子过不去"))
                .expect(200);

        List<String> ids = ids(found);
        assertThat(ids.indexOf(alike)).isLessThan(ids.indexOf(nearer));
        assertThat(item(found, alike).at("/alike").asInt()).isGreaterThan(60);
        assertThat(item(found, alike).at("/because/0").asString()).isEqualTo("幼儿园门口");
        assertThat(item(found, nearer).at("/alike").asInt()).isLessThan(20);
    }

    @Test
    void saysHowManySupportItAndWhetherOneIsOneself() {
        String id = at("SMALL_ADS", "小广告太多", 0);
        People.Person neighbour = people.newcomer();
        RequestSupportTest.post(neighbour, id, "support").expect(200);

        JsonNode line = item(neighbour.http().get(path("SMALL_ADS", 0)).expect(200), id);

        assertThat(line.at("/supporters").asInt()).isOne();
        assertThat(line.at("/relation").asString()).isEqualTo("SUPPORTED");
    }

    @Test
    void oddPlacesAreRefused() {
        Http http = people.newcomer().http();
        String base = "/api/resident/requests/nearby";
        http.get(base).expect(400);
        http.get(base + "?latitude=999&longitude=104&category=NOISE").expect(400);
        http.get(base + "?latitude=NaN&longitude=104&category=NOISE").expect(400);
        http.get(base + "?latitude=30.6&longitude=104&category=NO_SUCH").expect(400);
        http.get(base + "?latitude=30.6&longitude=x&category=NOISE").expect(400);
        http.post(base, Map.of("category", "NOISE", "text", "吵")).expect(400);
        people.server().get(path("NOISE", 0)).expect(401);
    }

    /** The index finds the few squares around a place, whatever else there is. */
    @Test
    void readsTheSquaresAroundThePlaceAndNothingElse() {
        transactions.executeWithoutResult(transaction -> IntStream.range(0, 2_000)
                .forEach(i -> sql.update(
                        "INSERT INTO request (number, anonymous, source, category, description, latitude, longitude, grid_id,"
                                + " status, colour, submitted_at, due_at, moved_at, version)"
                                + " VALUES (?, 0, 'PATROL', 'GARBAGE', 'x', ?, ?, 1, 'ASSIGNED', 'GREEN', '2026-11-20', '2026-11-30',"
                                + " '2026-11-20', 1)",
                        "NEAR-" + i,
                        20 + i * 0.005,
                        80 + i * 0.005)));
        sql.execute("ANALYZE TABLE request");

        List<Map<String, Object>> plan =
                sql.queryForList("EXPLAIN SELECT r.id FROM request r WHERE r.category = 'GARBAGE'"
                        + " AND r.near_cell IN (612720813, 612720814, 612820813) AND r.submitted_at >= '2026-11-01'"
                        + " ORDER BY r.submitted_at DESC LIMIT 200");

        assertThat(String.valueOf(plan.get(0).get("key"))).isEqualTo("near_open");
        assertThat(String.valueOf(plan.get(0).get("type"))).isEqualTo("range");
        assertThat(Long.parseLong(String.valueOf(plan.get(0).get("rows")))).isLessThan(200);
        transactions.executeWithoutResult(transaction -> sql.update("DELETE FROM request WHERE number LIKE 'NEAR-%'"));
    }

    private String at(String category, String words, double north) {
        return submit(people.resident(), placed(category, words, north))
                .expect(201)
                .at("/id");
    }

    private static Map<String, Object> placed(String category, String words, double north) {
        return Map.of(
                "category",
                category,
                "description",
                words,
                "location",
                Map.of("latitude", LATITUDE + north, "longitude", LONGITUDE));
    }

    /** As if the check had passed. */
    private void pass(String id) {
        transactions.executeWithoutResult(transaction -> sql.update(
                "UPDATE request_check SET state = 'PASSED', due_at = NULL WHERE request_id = ? AND entry_id = 0", id));
    }

    private Http.Answer nearby(String category) {
        return people.newcomer().http().get(path(category, 0)).expect(200);
    }

    private static String path(String category, double north) {
        return "/api/resident/requests/nearby?latitude=" + (LATITUDE + north) + "&longitude=" + LONGITUDE + "&category="
                + category;
    }

    private static List<String> ids(Http.Answer answer) {
        return StreamSupport.stream(answer.json().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static JsonNode item(Http.Answer answer, String id) {
        return StreamSupport.stream(answer.json().at("/items").spliterator(), false)
                .filter(item -> item.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
