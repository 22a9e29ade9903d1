package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Whoever leaves WeChat leaves nothing behind here but the street's own file, without a name on it. */
@GridbellTest
class FarewellTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Object> NAMING_NO_SCOPE = Map.of("event", "REVOKE", "revokeInfo", " ");
    private static final AtomicInteger LIVES = new AtomicInteger();

    private final People people;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    @Autowired
    FarewellTest(People people, JdbcTemplate sql, TransactionTemplate transaction) {
        this.people = people;
        this.sql = sql;
        this.transaction = transaction;
    }

    @Test
    void ofAPersonWhoLeftNothingIsFoundInAnyTable() {
        Life life = live();
        assertThat(traces(life)).as("the search finds what is there").hasSizeGreaterThan(12);

        leave(life.person(), Map.of("event", "CANCELLATION"));
        awaitGone(life);

        assertThat(traces(life)).isEmpty();
        life.person().http().get("/api/resident/me").expect(401);
    }

    /** The same search after the person left by our own door; before that, the export holds what the search finds. */
    @Test
    void whoAsksHereIsErasedLikeWhoLeftWechat() {
        Life life = live();
        assertThat(traces(life)).hasSizeGreaterThan(12);
        Http own = life.person().http();
        Http.Answer export = own.get("/api/resident/export").expect(200);
        for (String word : life.words()) {
            assertThat(export.text()).contains(word);
        }
        assertThat(export.text()).contains("101", "路灯坏了三天");
        assertThat(people.newcomer()
                        .http()
                        .get("/api/resident/export")
                        .expect(200)
                        .text())
                .doesNotContain(life.words().get(0), life.words().get(1));

        Http.Answer gone = own.post("/api/resident/erasure", null).expect(202);

        assertThat(gone.json().at("/kept").findValuesAsString("why"))
                .isNotEmpty()
                .doesNotContain("");
        assertThat(traces(life)).isEmpty();
        own.get("/api/resident/me").expect(401);
        own.post("/api/resident/erasure", null).expect(401);
    }

    @Test
    void theCaseGoesOnAndTheMemberIsToldNotToCome() {
        Life life = live();
        leave(life.person(), Map.of("event", "CANCELLATION"));
        awaitGone(life);

        People.Person member = people.staff("HL001");
        Http.Answer seen =
                member.http().get("/api/staff/requests/" + life.open()).expect(200);
        assertThat(seen.at("/description")).isEqualTo("路灯坏了三天");
        assertThat(seen.json().path("anonymous").asBoolean()).isTrue();
        member.http()
                .post("/api/staff/requests/" + life.open() + "/acceptance", null)
                .expect(200);
        member.http()
                .post("/api/staff/requests/" + life.open() + "/result", Map.of("closure", "SOLVED", "words", "已修好"))
                .expect(200);
        Http.Answer visit =
                member.http().get("/api/staff/visits/" + life.visit()).expect(200);
        assertThat(visit.at("/status")).isEqualTo("CANCELLED");
        assertThat(count("SELECT COUNT(*) FROM visit_cell WHERE visit_id = ?", life.visit()))
                .as("the time is free again")
                .isZero();
        assertThat(count(
                        "SELECT COUNT(*) FROM message WHERE subject_kind = 'VISIT' AND subject_id = ?"
                                + " AND person_kind = 'STAFF' AND scene = 'VISIT_CALLED_OFF'",
                        life.visit()))
                .isOne();
    }

    @Test
    void theSameLetterAgainIsHarmlessAndWhoComesBackIsSomebodyNew() {
        Life life = live();
        long poisoned = count("SELECT COUNT(*) FROM wechat_inbound WHERE status = 'POISON'");
        leave(life.person(), NAMING_NO_SCOPE);
        awaitGone(life);
        leave(life.person(), NAMING_NO_SCOPE);

        String code = life.person().phone("login-code", null).at("/code");
        Http.Answer session =
                people.server().post("/api/signin/wechat", Map.of("code", code)).expect(200);
        assertThat(session.at("/resident/id")).isNotEqualTo(life.person().residentId());
        Http back = people.server().bearer(session.at("/token"));
        assertThat(back.get("/api/resident/requests").expect(200).json().path("items"))
                .isEmpty();
        assertThat(count("SELECT COUNT(*) FROM wechat_inbound WHERE status = 'POISON'"))
                .isEqualTo(poisoned);
    }

    @Test
    void takingBackOneThingErasesJustThat() {
        People.Person person = people.resident();
        leave(person, Map.of("event", "REVOKE", "revokeInfo", "8", "app", "MINI_PROGRAM"));
        await().atMost(PATIENCE).until(() -> me(person).path("phone").isNull());
        assertThat(me(person).path("household").isNull()).isFalse();

        leave(person, Map.of("event", "REVOKE", "revokeInfo", "13", "app", "MINI_PROGRAM"));
        await().atMost(PATIENCE).until(() -> me(person).path("household").isNull());
        leave(person, Map.of("event", "REVOKE", "revokeInfo", "12", "app", "MINI_PROGRAM"));
        person.http().get("/api/resident/me").expect(200);
    }

    // ---- a life

    private record Life(People.Person person, String open, String visit, List<String> words) {}

    private Life live() {
        String canary = "金丝雀啼叫暗语第" + LIVES.incrementAndGet() + "号";
        People.Person person = people.resident();
        person.phone("follow", null).expect(200);
        Http http = person.http();
        http.post("/api/resident/privacy-consents", Map.of("version", "2026-11"))
                .expect(201);
        http.put("/api/resident/message-preferences", Map.of("topics", Map.of("REMINDERS", false)))
                .expect(200);
        person.phone("consents", Map.of("templateIds", List.of(templateId()), "choice", "accept"))
                .expect(200);
        http.upload("/api/resident/photos", "file", "a.jpg", Pictures.jpeg(64, 64))
                .expect(201);
        String visit = booked(http, canary);
        String open = submitted(http, "路灯坏了三天");
        http.post("/api/resident/requests/" + open + "/comments", Map.of("text", canary))
                .expect(201);
        people.staff("HL001")
                .http()
                .post(
                        "/api/staff/requests/" + open + "/reporter-reveal",
                        Map.of("reason", "ASK_DETAILS", "purpose", "核实路灯位置" + canary))
                .expect(200);
        String withdrawn = submitted(http, canary);
        http.post("/api/resident/requests/" + withdrawn + "/withdrawal", Map.of("reason", canary))
                .expect(200);
        person.phone("say", Map.of("text", canary));
        person.phone("place", Map.of("latitude", 30.63937, "longitude", 104.06904, "label", canary));
        person.phone("picture", Map.of("color", "#77aa33"));
        await().atMost(PATIENCE).until(() -> {
            JsonNode drafts =
                    http.get("/api/resident/request-drafts").expect(200).json().path("items");
            return drafts.size() == 1
                    && drafts.path(0).path("address").asString("").equals(canary)
                    && drafts.path(0).path("waiting").asInt() == 1;
        });
        await().atMost(PATIENCE).until(() -> http.get("/api/resident/requests/" + open)
                .expect(200)
                .text()
                .contains("HEARD"));
        JsonNode known = people.sandbox()
                .get("/sandbox/people/" + person.sandboxId())
                .expect(200)
                .json();
        List<String> words = List.of(
                canary,
                person.phone(),
                known.path("unionId").asString(),
                known.path("miniProgramOpenId").asString(),
                known.path("officialAccountOpenId").asString());
        return new Life(person, open, visit, words);
    }

    private static String booked(Http http, String note) {
        String start = http.get("/api/resident/visit-openings").expect(200).at("/items/0/start");
        return http.with("Idempotency-Key", "farewell-visit-" + System.nanoTime())
                .post("/api/resident/visits", Map.of("start", start, "purpose", "SAFETY_CHECK", "note", note))
                .expect(201)
                .at("/id");
    }

    private static String submitted(Http http, String description) {
        return http.with("Idempotency-Key", "farewell-request-" + System.nanoTime())
                .post("/api/resident/requests", Map.of("category", "STREET_LIGHT", "description", description))
                .expect(201)
                .at("/id");
    }

    private static String templateId() {
        return "MP-REQUEST-RECEIVED-00000000000000000000000";
    }

    private static JsonNode me(People.Person person) {
        return person.http().get("/api/resident/me").expect(200).json();
    }

    private static void leave(People.Person person, Map<String, Object> how) {
        int status = person.phone("authorization", how).status();
        assertThat(status).isBetween(200, 204);
    }

    private void awaitGone(Life life) {
        await().atMost(PATIENCE)
                .until(() -> count(
                                "SELECT COUNT(*) FROM resident WHERE id = ?",
                                life.person().residentId())
                        == 0);
    }

    // ---- a search through everything

    /** Each table and column where something of the person stands: their words, numbers and openids, or a row by their id. */
    private List<String> traces(Life life) {
        long resident = Long.parseLong(life.person().residentId());
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : columns()) {
            String table = String.valueOf(column.get("t"));
            String name = String.valueOf(column.get("c"));
            String where = table + "." + name;
            String type = String.valueOf(column.get("d"));
            if (type.contains("char") || type.contains("text") || type.contains("blob") || type.contains("json")) {
                for (String word : life.words()) {
                    if (holds(table, name, word)) {
                        found.add(where);
                    }
                }
            } else if (type.contains("bigint") && name.endsWith("resident_id") && has(table, name, resident, "")) {
                found.add(where);
            } else if (table.equals("message")
                    && name.equals("person_id")
                    && has(table, name, resident, " AND person_kind = 'RESIDENT'")) {
                found.add(where);
            } else if (name.equals("actor_id") && has(table, name, resident, " AND actor = 'RESIDENT'")) {
                found.add(where);
            }
        }
        if (has("resident", "id", resident, "")) {
            found.add("resident.id");
        }
        Long wechat = PERSON_OF.get(resident);
        if (wechat == null) {
            wechat = count("SELECT wechat_person_id FROM resident WHERE id = ?", resident);
            PERSON_OF.put(resident, wechat);
        }
        for (Map<String, Object> column : columns()) {
            String table = String.valueOf(column.get("t"));
            String name = String.valueOf(column.get("c"));
            boolean theirs =
                    name.endsWith("wechat_person_id") || (table.startsWith("wechat_") && name.equals("person_id"));
            if (theirs && has(table, name, wechat, "")) {
                found.add(table + "." + name);
            }
        }
        if (has("wechat_person", "id", wechat, "")) {
            found.add("wechat_person.id");
        }
        return found;
    }

    /** Remembered from the first search, when it still stood somewhere. */
    private static final Map<Long, Long> PERSON_OF = new HashMap<>();

    private List<Map<String, Object>> columns() {
        return Objects.requireNonNull(transaction.execute(status -> sql.queryForList(
                "SELECT table_name AS t, column_name AS c, data_type AS d FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE()")));
    }

    private boolean holds(String table, String column, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return count(
                        "SELECT COUNT(*) FROM `" + table + "` WHERE LOCATE(?, CAST(`" + column + "` AS BINARY)) > 0",
                        bytes)
                > 0;
    }

    private boolean has(String table, String column, long id, String and) {
        return count("SELECT COUNT(*) FROM `" + table + "` WHERE `" + column + "` = ?" + and, id) > 0;
    }

    private long count(String query, Object... values) {
        List<Long> numbers =
                Objects.requireNonNull(transaction.execute(status -> sql.queryForList(query, Long.class, values)));
        return numbers.get(0);
    }
}
