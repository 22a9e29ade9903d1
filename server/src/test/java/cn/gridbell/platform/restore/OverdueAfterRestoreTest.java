package cn.gridbell.platform.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines that passed between the backup and the restore. Nothing works by itself here: what is done, the command does. */
@GridbellTest
@TestPropertySource(
        properties = {
            "test.context=overdue-after-restore",
            "db-scheduler.enabled=false",
            "gridbell.message.courier.enabled=false"
        })
@DirtiesContext
class OverdueAfterRestoreTest {

    private final RestoreMapper restored;
    private final AutoIncrements increments;
    private final List<AfterRestore> rooms;
    private final MutableClock clock;
    private final People people;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    OverdueAfterRestoreTest(
            @Autowired RestoreMapper restored,
            @Autowired AutoIncrements increments,
            @Autowired List<AfterRestore> rooms,
            @Autowired MutableClock clock,
            @Autowired People people,
            @Autowired JdbcTemplate sql,
            @Autowired TransactionTemplate transaction) {
        this.restored = restored;
        this.increments = increments;
        this.rooms = rooms;
        this.clock = clock;
        this.people = people;
        this.sql = sql;
        this.transaction = transaction;
    }

    @Test
    void whatFellDueIsDoneAndNobodyIsToldOfItByItself() {
        String request = people.resident()
                .http()
                .with("Idempotency-Key", "overdue-after-restore")
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", "楼道里有垃圾。"))
                .expect(201)
                .at("/id");
        clock.advance(Duration.ofDays(20));
        restored.mark(clock.instant());

        RestoredCommand command = new RestoredCommand(
                restored,
                increments,
                rooms,
                new DefaultApplicationArguments("--restored"),
                clock,
                new PrintStream(said, true, StandardCharsets.UTF_8));
        command.afterSingletonsInstantiated();
        command.run(new DefaultApplicationArguments("--restored"));

        assertThat(command.getExitCode()).isZero();
        assertThat(count("request WHERE id = ? AND colour <> 'GREEN'", request)).isOne();
        assertThat(count(
                        "message WHERE scene = 'REQUEST_ESCALATED' AND subject_id = ? AND status = 'UNKNOWN'", request))
                .isPositive();
        assertThat(count("message WHERE subject_id = ? AND status IN ('QUEUED', 'SENDING')", request))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("REQUEST_ESCALATED", "恢复完成");
    }

    private int count(String from, Object... values) {
        Integer count = transaction.execute(status ->
                Objects.requireNonNull(sql.queryForObject("SELECT COUNT(*) FROM " + from, Integer.class, values)));
        return Objects.requireNonNull(count);
    }
}
