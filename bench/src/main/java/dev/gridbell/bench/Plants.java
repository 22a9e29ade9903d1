package dev.gridbell.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Faults put into a finished run by hand, one after the other: a checker that does not find them proves nothing. */
final class Plants {

    private final Stage stage;
    private final Street.Person writer;
    private final List<String> wanted;

    /**
     * @param writer follows the official account
     * @param wanted {@code loss}, {@code forgotten}, {@code unsent}, {@code double}, {@code chat}, {@code negative}, {@code all}; empty for none
     */
    Plants(Stage stage, Street.Person writer, String wanted) {
        this.stage = stage;
        this.writer = writer;
        this.wanted = wanted.equals("all")
                ? List.of("loss", "forgotten", "unsent", "double", "chat", "negative")
                : wanted.isEmpty() ? List.of() : List.of(wanted.split(","));
    }

    /** @param before what was found without them */
    boolean allCaught(MessageChecker.Findings before) throws Exception {
        List<String> missed = new ArrayList<>();
        MessageChecker.Findings former = before;
        for (String plant : wanted) {
            plant(plant);
            stage.ledger().readToTheEnd(Duration.ofSeconds(30));
            MessageChecker.Findings now = MessageChecker.check(stage.messages(), stage.ledger());
            boolean caught =
                    switch (plant) {
                        case "loss" -> now.factsUntold() == former.factsUntold() + 1;
                        case "forgotten" -> now.unknown() == former.unknown() + 1;
                        case "unsent" -> now.missing() == former.missing() + 1;
                        case "double" -> now.templateDoubles() == former.templateDoubles() + 1;
                        case "chat" -> now.otherDoubles() == former.otherDoubles() + 1;
                        default -> now.negative() > former.negative();
                    };
            System.out.printf("planted %s: %s; %s%n", plant, caught ? "caught" : "MISSED", now.line());
            if (!caught) {
                missed.add(plant);
            }
            former = now;
        }
        return missed.isEmpty();
    }

    private void plant(String plant) throws SQLException, IOException, InterruptedException {
        switch (plant) {
            case "loss" -> one("DELETE FROM message WHERE scene = 'REQUEST_RECEIVED' ORDER BY id LIMIT 1");
            case "forgotten" ->
                one("DELETE FROM message WHERE channel = 'TEMPLATE' AND status = 'DELIVERED' ORDER BY id DESC LIMIT 1");
            case "unsent" -> unsent();
            case "double" -> sendAgain();
            case "chat" -> answerAgain();
            case "negative" -> negative();
            default -> throw new IllegalArgumentException("plant=loss|forgotten|unsent|double|chat|negative|all");
        }
    }

    /** A message that says it was sent and was not. */
    private void unsent() throws SQLException {
        one("""
                INSERT INTO message (scene, subject_kind, subject_id, turn, person_kind, person_id, status, urgent, not_before,
                                     due_at, expires_at, created_at, channel)
                SELECT scene, subject_kind, subject_id, turn + 1000, person_kind, person_id, 'SENT', urgent, not_before, due_at,
                       expires_at, created_at, 'TEMPLATE'
                FROM message WHERE channel = 'TEMPLATE' AND status = 'DELIVERED' ORDER BY id DESC LIMIT 1""");
    }

    /** The server itself is made to send something again under another id: a phone really shows it twice. */
    private void sendAgain() throws SQLException, InterruptedException {
        long id = stage.messages().number("""
                SELECT MAX(m.id) FROM message m JOIN request r ON r.id = m.subject_id
                WHERE m.subject_kind = 'REQUEST' AND m.channel = 'TEMPLATE' AND m.status = 'DELIVERED'
                  AND ((m.scene = 'REQUEST_RECEIVED' AND r.status IN ('ASSIGNED', 'HANDLING'))
                    OR (m.scene = 'REQUEST_ANSWERED' AND r.status = 'ANSWERED'))""");
        one("UPDATE message SET status = 'QUEUED', client_msg_id = NULL, first_called_at = NULL,"
                + " due_at = UTC_TIMESTAMP(6) WHERE id = " + id);
        stage.messages().waitUntilSettled(Duration.ofMinutes(2));
    }

    /** Somebody writes to the official account, is answered, and the server is made to answer once more. */
    private void answerAgain() throws SQLException, IOException, InterruptedException {
        String answers = "SELECT COUNT(*) FROM wechat_reply WHERE status IN ('PASSIVE', 'SENT')";
        long before = stage.messages().number(answers);
        stage.sandbox().phone(writer.sandboxId(), "say", Map.of("app", "OFFICIAL_ACCOUNT", "text", "你好"));
        waitFor(before + 1, answers);
        long letter = stage.messages().number("SELECT MAX(inbound_id) FROM wechat_reply");
        one("UPDATE wechat_reply SET status = 'WAITING', due_at = UTC_TIMESTAMP(6), ended_at = NULL WHERE inbound_id = "
                + letter);
        waitFor(1, "SELECT COUNT(*) FROM wechat_reply WHERE status = 'SENT' AND inbound_id = " + letter);
    }

    private void waitFor(long count, String sql) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (stage.messages().number(sql) < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("did not come true: " + sql);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void negative() throws SQLException {
        stage.messages().run("ALTER TABLE message_consent DROP CONSTRAINT message_consent_not_negative");
        one("UPDATE message_consent SET remaining = -1 ORDER BY wechat_person_id LIMIT 1");
    }

    private void one(String sql) throws SQLException {
        if (stage.messages().run(sql) != 1) {
            throw new IllegalStateException("nothing to plant with: " + sql);
        }
    }
}
