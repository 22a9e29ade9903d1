package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gridbell.platform.personal.RetentionSweep;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Personal records end when their time is over, and not before; time is moved. */
@GridbellTest
// A context and database of its own: two years pass.
@TestPropertySource(properties = {"test.context=retention", "gridbell.retention.days.chats=20"})
@DirtiesContext
class RetentionTest {

    private static final String WORDS = "紫色童车堆在楼道";

    /** For what nodes do by themselves. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final People people;
    private final RetentionSweep retention;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final MutableClock clock;

    RetentionTest(
            @Autowired People people,
            @Autowired RetentionSweep retention,
            @Autowired JdbcTemplate sql,
            @Autowired TransactionTemplate transaction,
            @Autowired MutableClock clock) {
        this.people = people;
        this.retention = retention;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Test
    void endsEachClassWhenItsTimeIsOverAndNotBefore() {
        People.Person resident = people.resident();
        String closed = submitted(resident, WORDS);
        String open = submitted(resident, WORDS);
        Http member = people.staff("HL001").http();
        comment(resident, closed);
        comment(resident, open);
        member.post(
                        "/api/staff/requests/" + closed + "/reporter-reveal",
                        Map.of("reason", "ASK_DETAILS", "purpose", "核实童车位置"))
                .expect(200);
        member.post("/api/staff/requests/" + closed + "/acceptance", null).expect(200);
        member.post("/api/staff/requests/" + closed + "/result", Map.of("closure", "SOLVED", "words", "已清理"))
                .expect(200);
        String visit = resident.http()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        "/api/resident/visits",
                        Map.of(
                                "start",
                                resident.http()
                                        .get("/api/resident/visit-openings")
                                        .at("/items/0/start"),
                                "purpose",
                                "OTHER",
                                "note",
                                WORDS))
                .expect(201)
                .at("/id");
        update(
                "INSERT INTO chat (person_id, status, opened_at, said_at, closed_at) VALUES (77, 'CLOSED', ?, ?, ?)",
                clock.instant(),
                clock.instant(),
                clock.instant());
        update(
                "INSERT INTO chat_line (chat_id, line_no, words, state, said_at) SELECT id, 1, 'x', 'HEARD', opened_at FROM chat"
                        + " WHERE person_id = 77");

        after(Duration.ofDays(19));
        assertThat(count("chat WHERE person_id = 77")).isOne();
        after(Duration.ofDays(2));
        assertThat(count("chat WHERE person_id = 77")).as("as the setting says").isZero();
        assertThat(count("chat_line")).isZero();
        assertThat(count("visit WHERE note = ? AND id = ?", WORDS, visit)).isOne();
        assertThat(count("message WHERE subject_kind = 'REQUEST' AND subject_id = ?", closed))
                .isPositive();

        after(Duration.ofDays(350));
        assertThat(count("visit WHERE id = ?", visit))
                .as("that there was a visit stays")
                .isOne();
        assertThat(count("visit WHERE note IS NOT NULL AND id = ?", visit)).isZero();
        // What was still on its way when time moved ends by itself first, and is old then.
        await().atMost(PATIENCE)
                .until(() -> count(
                                "message WHERE subject_kind = 'REQUEST' AND subject_id = ? AND status IN ('QUEUED', 'SENDING')"
                                        + " AND created_at < ?",
                                closed,
                                clock.instant().minus(Duration.ofDays(366)))
                        == 0);
        retention.sweep();
        assertThat(count(
                        "message WHERE subject_kind = 'REQUEST' AND subject_id = ? AND created_at < ?",
                        closed,
                        clock.instant().minus(Duration.ofDays(366))))
                .as("what was said meanwhile is younger")
                .isZero();
        assertThat(count("request WHERE id = ? AND reporter_resident_id IS NOT NULL", closed))
                .isOne();

        after(Duration.ofDays(370));
        assertThat(count("request WHERE id = ? AND reporter_resident_id IS NULL AND description = ?", closed, WORDS))
                .as("the matter stays, without a name")
                .isOne();
        assertThat(count(
                        "request_entry WHERE request_id = ? AND (words LIKE ? OR actor_id IS NOT NULL) AND actor = 'RESIDENT'",
                        closed,
                        "%还在%"))
                .isZero();
        assertThat(count("request_check WHERE request_id = ? AND state NOT IN ('HIDDEN', 'RISKY')", closed))
                .isZero();
        assertThat(count("request WHERE id = ? AND reporter_resident_id IS NOT NULL", open))
                .as("what is open is not old")
                .isOne();
        assertThat(count("disclosure WHERE resident_id = ?", resident.residentId()))
                .isOne();

        after(Duration.ofDays(360));
        assertThat(count("disclosure WHERE resident_id = ?", resident.residentId()))
                .isZero();
        assertThat(count("disclosure_day")).isZero();
    }

    private void after(Duration time) {
        clock.advance(time);
        retention.sweep();
    }

    private static String submitted(People.Person resident, String words) {
        return resident.http()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", words))
                .expect(201)
                .at("/id");
    }

    private static void comment(People.Person resident, String request) {
        resident.http()
                .post("/api/resident/requests/" + request + "/comments", Map.of("text", "还在那里"))
                .expect(201);
    }

    private void update(String statement, Object... values) {
        transaction.executeWithoutResult(status -> sql.update(statement, values));
    }

    private int count(String from, Object... values) {
        Integer count = transaction.execute(status ->
                Objects.requireNonNull(sql.queryForObject("SELECT COUNT(*) FROM " + from, Integer.class, values)));
        return Objects.requireNonNull(count);
    }
}
