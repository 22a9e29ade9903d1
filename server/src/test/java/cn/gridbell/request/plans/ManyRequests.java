package cn.gridbell.request.plans;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database of the room request with 20,000 requests, one in 25 open. Written for MariaDB and MySQL. */
final class ManyRequests {

    private static final String CLOSED_AT =
            "TIMESTAMP('2024-12-01 00:00:00') + INTERVAL n.i * 52 MINUTE + INTERVAL 30 HOUR";
    private static final String AT = "TIMESTAMP('2024-12-01 00:00:00') + INTERVAL n.i * 52 MINUTE";

    private ManyRequests() {}

    /** @return the tables of the room */
    static List<String> fill(JdbcTemplate sql) {
        String digits = "(SELECT 0 AS x"
                + " UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
        sql.execute("CREATE TABLE plan_number (i INT NOT NULL PRIMARY KEY)");
        sql.update("INSERT INTO plan_number SELECT a.x + b.x * 10 + c.x * 100 + d.x * 1000 + e.x * 10000 FROM "
                + String.join(", ", List.of(digits + " a", digits + " b", digits + " c", digits + " d"))
                + ", (SELECT 0 AS x UNION SELECT 1) e");
        requests(sql);
        around(sql);
        drafts(sql);
        coordinations(sql);
        List<String> tables = sql.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'request%'",
                String.class);
        sql.execute("ANALYZE TABLE " + String.join(", ", tables));
        return tables;
    }

    private static void requests(JdbcTemplate sql) {
        sql.update("""
                INSERT INTO request (id, number, reporter_resident_id, anonymous, source, category, description, latitude, longitude, grid_id,
                                     community_id, street_id, status, colour, holder_staff_id, holder_unit_id, submitted_at, due_at, escalates_at,
                                     answered_at, closure, moved_at, version)
                SELECT n.i + 1, CONCAT('PLAN-', n.i), n.i % 4000 + 1, 0, 'SNAPSHOT',
                       CASE n.i % 7 WHEN 0 THEN 'NOISE' WHEN 1 THEN 'GARBAGE' WHEN 2 THEN 'PARKING' WHEN 3 THEN 'MANHOLE' WHEN 4 THEN 'SEWAGE'
                                    WHEN 5 THEN 'FUMES' ELSE 'STREET_LIGHT' END,
                       '楼下垃圾三天没有清运，气味很大，请尽快处理。', 30.6 + n.i % 97 / 1000, 104.0 + n.i % 89 / 1000,
                       7 + n.i % 30, 2 + n.i % 5, 1,
                       CASE WHEN n.i % 25 = 0 THEN 'HANDLING' WHEN n.i % 3 = 0 THEN 'UNRATED' WHEN n.i % 101 = 1 THEN 'ANSWERED' ELSE 'EVALUATED' END,
                       CASE n.i % 11 WHEN 0 THEN 'BLUE' WHEN 1 THEN 'YELLOW' ELSE 'GREEN' END,
                       1 + n.i % 60, CASE WHEN n.i % 10 = 0 THEN 1 + n.i % 3 END, @at, @at + INTERVAL 48 HOUR,
                       CASE WHEN n.i % 25 = 0 THEN @at + INTERVAL 48 HOUR END, CASE WHEN n.i % 25 > 0 THEN @closed END,
                       CASE WHEN n.i % 25 > 0 THEN 'SOLVED' END, @closed, 3
                FROM plan_number n""".replace("@at", AT).replace("@closed", CLOSED_AT));
    }

    private static void around(JdbcTemplate sql) {
        for (String kind : List.of("SUBMITTED", "ASSIGNED", "ANSWERED")) {
            sql.update("""
                    INSERT INTO request_entry (request_id, kind, actor, actor_id, words, inbound_id, happened_at)
                    SELECT n.i + 1, '@kind', 'RESIDENT', n.i % 4000 + 1, '诉求已登记。', CASE WHEN '@kind' = 'ASSIGNED' AND n.i % 9 = 0 THEN n.i END, @at
                    FROM plan_number n""".replace("@kind", kind).replace("@at", AT));
        }
        sql.update("""
                INSERT INTO request_check (request_id, author_resident_id, state, created_at, due_at, settled_at)
                SELECT n.i + 1, n.i % 4000 + 1, CASE WHEN n.i % 100 = 0 THEN 'PENDING' WHEN n.i % 101 = 1 THEN 'REVIEW' ELSE 'PASSED' END, @at,
                       CASE WHEN n.i % 100 = 0 THEN @at END, CASE WHEN n.i % 100 > 0 THEN @at END FROM plan_number n""".replace("@at", AT));
        sql.update("INSERT INTO request_follower (request_id, resident_id, since) SELECT n.i + 1, n.i % 3989 + 1, " + AT
                + " FROM plan_number n");
        sql.update("""
                INSERT INTO request_rating (request_id, answered_at, resident_id, solved, stars, rated_at)
                SELECT n.i + 1, @closed, n.i % 4000 + 1, 'YES', 5, @closed FROM plan_number n WHERE n.i % 25 > 0""".replace("@closed", CLOSED_AT));
        sql.update(
                "INSERT INTO request_chase (request_id, resident_id, day, chased_at) SELECT n.i + 1, n.i % 4000 + 1, DATE("
                        + AT + "), " + AT + " FROM plan_number n");
        sql.update(
                "INSERT INTO request_answer (request_id, question, words, answer) SELECT n.i + 1, 'danger', '危险吗？', 'NO' FROM plan_number n");
        sql.update(
                "INSERT INTO request_outcome (request_id, where_to_go) SELECT n.i + 1, '请向物业反映。' FROM plan_number n");
        sql.update("INSERT INTO request_follow_up (request_id, due_at, asked_at) SELECT n.i + 1, " + CLOSED_AT
                + ", CASE WHEN n.i % 20 > 0 THEN " + CLOSED_AT + " END FROM plan_number n");
        sql.update("""
                INSERT INTO request_ask (request_id, kind, staff_id, words, asked_at, lapses_at, outcome, settled_at)
                SELECT n.i + 1, 'QUESTION', 1 + n.i % 60, '请问在几楼？', @at, @closed, CASE WHEN n.i % 25 > 0 THEN 'REPLIED' END,
                       CASE WHEN n.i % 25 > 0 THEN @closed END FROM plan_number n""".replace("@at", AT).replace("@closed", CLOSED_AT));
    }

    private static void drafts(JdbcTemplate sql) {
        sql.update("""
                INSERT INTO request_draft (id, resident_id, current_of, status, created_at, touched_at, expires_at)
                SELECT n.i + 1, n.i % 4000 + 1, CASE WHEN n.i < 200 THEN n.i + 1 END, CASE WHEN n.i < 300 THEN 'OPEN' ELSE 'USED' END, @at, @at, @closed
                FROM plan_number n""".replace("@at", AT).replace("@closed", CLOSED_AT));
        sql.update("""
                INSERT INTO request_draft_picture (inbound_id, draft_id, status, due_at)
                SELECT n.i + 1, n.i + 1, CASE WHEN n.i < 200 THEN 'WAITING' ELSE 'KEPT' END, CASE WHEN n.i < 200 THEN @at END FROM plan_number n""".replace("@at", AT));
    }

    private static void coordinations(JdbcTemplate sql) {
        sql.update("""
                INSERT INTO request_coordination (id, request_id, colour, opened_by_staff_id, purpose, with_resident, opened_at, outcome, closed_at, version)
                SELECT n.i + 1, n.i + 1, 'YELLOW', 41, '共同商议。', 0, @at, '已商定。', CASE WHEN n.i % 25 > 0 THEN @closed END, 1
                FROM plan_number n""".replace("@at", AT).replace("@closed", CLOSED_AT));
        sql.update(
                "INSERT INTO request_coordination_party (coordination_id, staff_id, unit_id) SELECT n.i + 1, 1 + n.i % 60, 0 FROM plan_number n");
        sql.update(
                "INSERT INTO request_coordination_note (coordination_id, staff_id, words, written_at) SELECT n.i + 1, 41, '记录。', "
                        + AT + " FROM plan_number n");
        sql.update(
                "INSERT INTO request_coordination_task (coordination_id, staff_id, what, due_at) SELECT n.i + 1, 41, '查看现场。', "
                        + AT + " FROM plan_number n");
    }
}
