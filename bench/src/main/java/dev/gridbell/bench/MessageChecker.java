package dev.gridbell.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the server's messages against what people's phones showed, and the ledger of consents against its counts. It trusts neither the
 * server's view of what was sent nor the sandbox's of what is a repetition.
 */
final class MessageChecker {

    private static final Set<String> TOLD = Set.of("SENT", "DELIVERED", "UNCONFIRMED");
    private static final Set<String> UNTOLD =
            Set.of("COULD_NOT_TELL", "INBOX_ONLY", "MUTED", "DEAD", "EXPIRED", "SUPERSEDED", "GONE");

    /**
     * What was found.
     *
     * @param messages        rows
     * @param shown           messages that phones showed
     * @param factsUntold     facts without the message that belongs to them
     * @param open            messages that came to no end
     * @param missing         messages that count as sent and that no phone was given
     * @param templateDoubles template messages a person saw more than once
     * @param otherDoubles    further repetitions, on other channels or over two of them
     * @param contradicted    messages that ended as not told although a phone showed them
     * @param unknown         messages that phones showed and the database does not have
     * @param negative        consents below zero, now or at any time of their ledger
     * @param unbalanced      consents that are not the sum of their ledger
     */
    record Findings(
            long messages,
            long shown,
            long factsUntold,
            long open,
            long missing,
            long templateDoubles,
            long otherDoubles,
            long contradicted,
            long unknown,
            long negative,
            long unbalanced) {

        /** What was to be told and is neither told nor accounted for. */
        long lost() {
            return factsUntold + open + missing;
        }

        boolean clean() {
            return lost() + templateDoubles + otherDoubles + contradicted + unknown + negative + unbalanced == 0
                    // Messages that nobody saw show nothing.
                    && (messages == 0 || shown > 0);
        }

        String line() {
            return String.format(
                    "%d messages, %d seen: %d lost (%d facts untold, %d without an end, %d sent to nobody), %d template doubles,"
                            + " %d other doubles, %d in two end states, %d seen that are in no database, %d consents negative, %d not the sum of their ledger",
                    messages,
                    shown,
                    lost(),
                    factsUntold,
                    open,
                    missing,
                    templateDoubles,
                    otherDoubles,
                    contradicted,
                    unknown,
                    negative,
                    unbalanced);
        }
    }

    /**
     * A row.
     *
     * @param key   template and number as a person reads them
     * @param story what is printed of a row that is not in order
     */
    private record Row(String status, String channel, String key, String story) {}

    private static final int MOST_STORIES = 10;

    private final MessageTable database;
    private final Map<Long, Row> rows = new HashMap<>();
    private final Map<String, Long> idOfMsgId = new HashMap<>();

    private MessageChecker(MessageTable database) {
        this.database = database;
    }

    /** @param ledger read to its end */
    static Findings check(MessageTable database, Ledger ledger) throws SQLException {
        MessageChecker checker = new MessageChecker(database);
        checker.load();
        return checker.compare(ledger);
    }

    private void load() throws SQLException {
        String messages = """
                SELECT m.id, m.status, COALESCE(m.channel, ''), COALESCE(m.wechat_msg_id, ''),
                       COALESCE(m.template_id, ''),
                       COALESCE(JSON_UNQUOTE(JSON_EXTRACT(m.fields, '$.character_string1')), ''),
                       CONCAT_WS(' ', m.id, m.scene, m.subject_kind, m.subject_id, m.status, m.channel, 'attempts', m.attempts,
                           'fence', m.fence, m.client_msg_id, 'error', m.error_code, 'first', m.first_called_at, 'last', m.last_called_at,
                           'sent', m.sent_at, 'settled', m.settled_at)
                FROM message m""";
        try (Statement select = database.database().createStatement();
                ResultSet row = select.executeQuery(messages)) {
            while (row.next()) {
                long id = row.getLong(1);
                String key = row.getString(5) + " " + row.getString(6);
                rows.put(id, new Row(row.getString(2), row.getString(3), key, row.getString(7)));
                if (!row.getString(4).isEmpty()) {
                    idOfMsgId.put(row.getString(4), id);
                }
            }
        }
        String receipts = "SELECT wechat_msg_id, message_id FROM message_receipt WHERE message_id IS NOT NULL";
        try (Statement select = database.database().createStatement();
                ResultSet row = select.executeQuery(receipts)) {
            while (row.next()) {
                idOfMsgId.put(row.getString(1), row.getLong(2));
            }
        }
    }

    private Findings compare(Ledger ledger) throws SQLException {
        Map<Long, Integer> template = new HashMap<>();
        Map<Long, Integer> other = new HashMap<>();
        Map<String, Integer> unnamed = new HashMap<>();
        Set<Long> given = new HashSet<>();
        for (Ledger.Send send : ledger.sends()) {
            long id = send.messageId() != 0 ? send.messageId() : idOfMsgId.getOrDefault(send.msgId(), 0L);
            given.add(id);
            if (!send.shown()) {
                continue;
            }
            if (id == 0) {
                unnamed.merge(send.templateId() + " " + send.number(), 1, Integer::sum);
            } else {
                (send.isTemplate() ? template : other).merge(id, 1, Integer::sum);
            }
        }
        ChatChecker.Findings chat = ChatChecker.check(database, ledger.said());
        given.addAll(chat.shown().keySet());
        chat.shown().forEach((id, times) -> other.merge(id, times, Integer::sum));
        Set<Long> shown = new HashSet<>(template.keySet());
        shown.addAll(other.keySet());
        long acrossChannels =
                other.keySet().stream().filter(template::containsKey).count();
        return new Findings(
                rows.size(),
                shown.size() + unnamed.size(),
                factsUntold(),
                database.open(),
                counted(
                                "sent to nobody",
                                rows.keySet().stream()
                                        .filter(id -> TOLD.contains(row(id).status()) && !given.contains(id)))
                        + chat.missing(),
                repetitions(template),
                repetitions(other) + acrossChannels + blindlyResent(unnamed) + chat.doubles(),
                counted(
                        "in two end states",
                        shown.stream().filter(rows::containsKey).filter(id -> UNTOLD.contains(row(id).status()))),
                shown.stream().filter(id -> !rows.containsKey(id)).count(),
                negative(),
                database.number("SELECT COUNT(*) FROM (" + BALANCE + ") unbalanced"));
    }

    private Row row(long id) {
        return Objects.requireNonNull(rows.get(id));
    }

    /** Says which, so that somebody can look for the reason. */
    private long counted(String what, Stream<Long> found) {
        List<Long> ids = found.sorted().toList();
        ids.stream().limit(MOST_STORIES).forEach(id -> System.out.printf("  %s: %s%n", what, row(id).story()));
        return ids.size();
    }

    private static long repetitions(Map<Long, Integer> seen) {
        return seen.values().stream().mapToLong(times -> times - 1L).sum();
    }

    /** Sends without a name that were seen more often than there are messages of unknown fate that could have made them. */
    private long blindlyResent(Map<String, Integer> unnamed) {
        Map<String, Long> unknown = rows.values().stream()
                .filter(row -> row.status().equals("UNKNOWN") && !row.channel().equals("TEMPLATE"))
                .collect(Collectors.groupingBy(Row::key, Collectors.counting()));
        return unnamed.entrySet().stream()
                .mapToLong(seen -> Math.max(0, seen.getValue() - unknown.getOrDefault(seen.getKey(), 0L)))
                .sum();
    }

    private static final String BALANCE = """
            SELECT c.wechat_person_id, c.template_id FROM message_consent c
            LEFT JOIN message_consent_entry e ON e.wechat_person_id = c.wechat_person_id AND e.template_id = c.template_id
            WHERE NOT c.long_term
            GROUP BY c.wechat_person_id, c.template_id, c.remaining
            HAVING c.remaining <> COALESCE(SUM(e.delta), 0)""";

    private long negative() throws SQLException {
        return database.number("SELECT COUNT(*) FROM message_consent WHERE remaining < 0") + database.number("""
                SELECT COUNT(*) FROM (
                  SELECT SUM(delta) OVER (PARTITION BY wechat_person_id, template_id ORDER BY id) AS left_then
                  FROM message_consent_entry) ledger
                WHERE left_then < 0""");
    }

    private long factsUntold() throws SQLException {
        return database.number("""
                SELECT (SELECT COUNT(*) FROM request r WHERE r.reporter_resident_id IS NOT NULL AND NOT EXISTS (
                          SELECT 1 FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id
                            AND m.scene = 'REQUEST_RECEIVED' AND m.person_id = r.reporter_resident_id))
                     + (SELECT COUNT(*) FROM request r WHERE NOT EXISTS (
                          SELECT 1 FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id
                            AND m.scene = 'REQUEST_ASSIGNED'))
                     + (SELECT COUNT(*) FROM request r WHERE r.accepted_at IS NOT NULL AND r.reporter_resident_id IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id
                            AND m.scene = 'REQUEST_ACCEPTED'))
                     + (SELECT COUNT(*) FROM request r WHERE r.answered_at IS NOT NULL AND r.reporter_resident_id IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id
                            AND m.scene = 'REQUEST_ANSWERED'))
                     + (SELECT COUNT(*) FROM visit v WHERE NOT EXISTS (
                          SELECT 1 FROM message m WHERE m.subject_kind = 'VISIT' AND m.subject_id = v.id
                            AND m.scene = 'VISIT_REQUESTED'))
                     + (SELECT COUNT(*) FROM visit v WHERE v.status IN ('CONFIRMED', 'DECLINED', 'EXPIRED', 'PROPOSED', 'CANCELLED')
                          AND NOT EXISTS (SELECT 1 FROM message m WHERE m.subject_kind = 'VISIT' AND m.subject_id = v.id
                            AND m.scene = CASE WHEN v.status <> 'CANCELLED' THEN CONCAT('VISIT_', v.status)
                                               WHEN v.ended_by = 'RESIDENT' THEN 'VISIT_CALLED_OFF'
                                               ELSE 'VISIT_CANCELLED' END))""");
    }
}
