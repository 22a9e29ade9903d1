package cn.gridbell.platform.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens between loading a backup and the first server. */
@GridbellTest
@TestPropertySource(properties = "test.context=strangers")
class RestoredCommandTest {

    private final RestoreMapper restored;
    private final AutoIncrements increments;
    private final List<AfterRestore> rooms;
    private final MutableClock clock;
    private final People people;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    RestoredCommandTest(
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

    @AfterEach
    void leaveNoMark() {
        restored.settle(clock.instant());
    }

    private RestoredCommand command(String... arguments) {
        return new RestoredCommand(
                restored,
                increments,
                rooms,
                new DefaultApplicationArguments(arguments),
                clock,
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private int run(String... arguments) {
        RestoredCommand command = command(arguments);
        command.afterSingletonsInstantiated();
        command.run(new DefaultApplicationArguments(arguments));
        return command.getExitCode();
    }

    @Test
    void noServerStartsOnAnUnsettledBackupUntilTheCommandWasRun() {
        assertThatCode(() -> command().afterSingletonsInstantiated()).doesNotThrowAnyException();
        restored.mark(clock.instant());

        assertThatThrownBy(() -> command().afterSingletonsInstantiated()).isInstanceOf(RestorePending.class);
        assertThat(run("--restored")).isZero();

        assertThatCode(() -> command().afterSingletonsInstantiated()).doesNotThrowAnyException();
    }

    @Test
    void withoutAMarkNothingIsDoneUnlessItIsSaidThatThereIsNone() {
        long next = next("signin_session");

        assertThat(run("--restored")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("没有恢复标记");
        assertThat(next("signin_session")).isEqualTo(next);

        assertThat(run("--restored=unmarked")).isZero();
        assertThat(next("signin_session")).isGreaterThanOrEqualTo(next + AutoIncrements.SKIPPED);
    }

    /** The session behind it was opened after the backup, and its number is free again. */
    @Test
    void aTokenFromTheLostHoursOpensNobodysSession() {
        People.Person lost = people.newcomer();
        long session = Objects.requireNonNull(sql.queryForObject("SELECT MAX(id) FROM signin_session", Long.class));
        transaction.executeWithoutResult(status -> sql.update("DELETE FROM signin_session WHERE id = ?", session));
        sql.execute("ALTER TABLE signin_session AUTO_INCREMENT = " + session);
        restored.mark(clock.instant());

        assertThat(run("--restored")).isZero();
        people.newcomer();

        lost.http().get("/api/resident/me").expect(401);
    }

    @Test
    void numbersThatPeopleWereToldAreNotGivenOutAgain() {
        submit();
        int taken = taken();
        restored.mark(clock.instant());

        assertThat(run("--restored")).isZero();

        assertThat(taken()).isEqualTo(taken + 100_000);
    }

    @Test
    void aReplyThatMayHaveBeenSaidIsNotSaidAgain() {
        transaction.executeWithoutResult(status -> sql.update(
                "INSERT INTO wechat_reply (inbound_id, person_id, words, status, due_at, created_at)"
                        + " VALUES (987001, 1, 'x', 'WAITING', ?, ?)",
                java.time.LocalDateTime.of(2099, 1, 1, 0, 0),
                java.time.LocalDateTime.of(2026, 1, 1, 0, 0)));
        restored.mark(clock.instant());

        assertThat(run("--restored")).isZero();

        assertThat(sql.queryForMap("SELECT status, words FROM wechat_reply WHERE inbound_id = 987001"))
                .containsEntry("status", "UNKNOWN")
                .containsEntry("words", null);
    }

    private void submit() {
        people.resident()
                .http()
                .with("Idempotency-Key", "restored-" + System.nanoTime())
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", "楼道里有垃圾。"))
                .expect(201);
    }

    private int taken() {
        return Objects.requireNonNull(
                sql.queryForObject("SELECT taken FROM request_number ORDER BY day DESC LIMIT 1", Integer.class));
    }

    private long next(String table) {
        return Objects.requireNonNull(sql.queryForObject(
                "SELECT auto_increment FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?",
                Long.class,
                table));
    }
}
