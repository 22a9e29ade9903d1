package dev.gridbell.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what the official account said in people's chats against what the server has for it: messages that took the chat as their way, known by
 * person and words, and answers to what the person wrote or tapped. The words of answers are sealed in the database, so that these are counted,
 * person by person.
 */
final class ChatChecker {

    /**
     * What was found.
     *
     * @param shown   how often each message was seen in a chat
     * @param doubles answers seen for which there is none, or none any more, to be seen
     * @param missing answers that count as sent and were seen by nobody
     */
    record Findings(Map<Long, Integer> shown, long doubles, long missing) {}

    /** The answers of one person by what became of them. */
    private static final class Answers {
        long sent;
        long unknown;
        long passive;
        long seenAlone;
        long seenPassively;

        long doubles() {
            return Math.max(0, seenAlone - sent - unknown) + Math.max(0, seenPassively - passive);
        }

        long missing() {
            return Math.max(0, sent - seenAlone);
        }
    }

    private final Map<String, Deque<Long>> messages = new HashMap<>();
    private final Map<String, Answers> answers = new HashMap<>();
    private final Map<Long, Integer> shown = new HashMap<>();

    private ChatChecker() {}

    static Findings check(MessageTable database, List<Ledger.Said> said) throws SQLException {
        ChatChecker checker = new ChatChecker();
        checker.load(database);
        said.forEach(checker::take);
        return new Findings(
                checker.shown,
                checker.answers.values().stream().mapToLong(Answers::doubles).sum(),
                checker.answers.values().stream().mapToLong(Answers::missing).sum());
    }

    private void load(MessageTable database) throws SQLException {
        String ways = """
                SELECT m.id, p.official_open_id, CONCAT(m.title, CHAR(10), m.text) FROM message m
                JOIN wechat_person known ON known.id = m.wechat_person_id
                JOIN wechat_person p ON p.id = COALESCE(known.merged_into, known.id)
                WHERE m.channel = 'CHAT' ORDER BY m.id""";
        try (Statement select = database.database().createStatement();
                ResultSet row = select.executeQuery(ways)) {
            while (row.next()) {
                messages.computeIfAbsent(row.getString(2) + "\n" + row.getString(3), words -> new ArrayDeque<>())
                        .add(row.getLong(1));
            }
        }
        String replies = """
                SELECT p.official_open_id, SUM(r.status = 'SENT'), SUM(r.status IN ('UNKNOWN', 'SENDING')), SUM(r.status = 'PASSIVE')
                FROM wechat_reply r
                JOIN wechat_person known ON known.id = r.person_id
                JOIN wechat_person p ON p.id = COALESCE(known.merged_into, known.id)
                GROUP BY p.official_open_id""";
        try (Statement select = database.database().createStatement();
                ResultSet row = select.executeQuery(replies)) {
            while (row.next()) {
                Answers of = of(row.getString(1));
                of.sent = row.getLong(2);
                of.unknown = row.getLong(3);
                of.passive = row.getLong(4);
            }
        }
    }

    private void take(Ledger.Said said) {
        Deque<Long> same = messages.get(said.openId() + "\n" + said.text());
        if (said.passive()) {
            of(said.openId()).seenPassively++;
        } else if (same == null) {
            of(said.openId()).seenAlone++;
        } else {
            // Each of several with the same words once; whatever comes beyond that is the last one again.
            long id = same.size() > 1 ? same.removeFirst() : same.getFirst();
            shown.merge(id, 1, Integer::sum);
        }
    }

    private Answers of(String openId) {
        return answers.computeIfAbsent(openId, person -> new Answers());
    }
}
