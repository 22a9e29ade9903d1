package dev.gridbell.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Faults put into a finished run by hand, one after the other: a checker that does not find them proves nothing. */
final class Plants {

    private final Stage stage;
    private final List<String> wanted;

    /** @param wanted {@code loss}, {@code double}, {@code negative}, {@code all}; empty for none */
    Plants(Stage stage, String wanted) {
        this.stage = stage;
        this.wanted = wanted.equals("all")
                ? List.of("loss", "unsent", "double", "negative")
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
                        case "unsent" -> now.missing() == former.missing() + 1;
                        case "double" -> now.templateDoubles() == former.templateDoubles() + 1;
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

    private void plant(String plant) throws SQLException, InterruptedException {
        switch (plant) {
            case "loss" -> one("DELETE FROM message WHERE scene = 'REQUEST_RECEIVED' ORDER BY id LIMIT 1");
            case "unsent" -> unsent();
            case "double" -> sendAgain();
            case "negative" -> negative();
            default -> throw new IllegalArgumentException("plant=loss|unsent|double|negative|all");
        }
    }

    /** A message that says it was sent and was not. */
    private void unsent() throws SQLException {
        one("""
                INSERT INTO message (scene, subject_kind, subject_id, turn, person_kind, person_id, status, urgent, due_at,
                                     expires_at, created_at, channel)
                SELECT scene, subject_kind, subject_id, turn + 1000, person_kind, person_id, 'SENT', urgent, due_at, expires_at,
                       created_at, 'TEMPLATE'
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
