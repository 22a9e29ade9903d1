package dev.gridbell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes requests directly in a database, as a street would have after years: a few thousand open ones, the same at every size, and as many that
 * came to an end as wanted, evenly over the last 700 days; with their timelines, the verdict on their words, and what people said of them. What is
 * written depends on the number of the row alone, so that two databases of a size are alike.
 */
final class Archive implements Filling {

    /** Of so many first rows for each known resident every fourth is theirs. */
    static final int FIRST_ROWS = 240;

    private static final int OPEN_FROM = 1_000_000_000;
    private static final long STRANGERS = 10_000_000;
    private static final int SPAN_DAYS = 700;

    private static final String COLUMNS = """
            INSERT INTO request (id, number, reporter_resident_id, anonymous, source, category, description, latitude, longitude, grid_id,
                                 community_id, street_id, status, sub_state, colour, holder_staff_id, holder_unit_id, submitted_at, due_at,
                                 escalates_at, accepted_at, answered_at, answered_by_staff_id, closure, result, solved, stars, moved_at, version)
            """;

    private static final String WORDS = """
            ELT(1 + q.h3 % 6, '楼下垃圾三天没有清运，气味很大，请尽快处理，谢谢。', '小区东门口的路灯坏了两盏，晚上看不清路，老人出门很不方便。',
                '单元门口的井盖松动，车子压过去很响，夜里尤其吵，希望修一下。', '楼道里有人停放电动车并且飞线充电，担心起火，请来看一看。',
                '对面工地夜里十一点以后还在施工，连续一周了，孩子没法睡觉。', '绿化带里的树枝断了挂在半空，下面就是人行道，请派人处理。')""";

    /** Of a row q of id, at and four hashes, and a territory t. */
    private static final String PLACE = """
            t.latitude + (q.h1 % 997 - 498) / 300000, t.longitude + (q.h2 % 991 - 495) / 300000, t.grid_id, t.community_id, t.street_id""";

    private final Connection database;
    private long grids;
    private long categories;

    Archive(Connection database) throws SQLException {
        this.database = database;
        try (Statement sql = database.createStatement()) {
            sql.execute("SET time_zone = '+00:00'");
        }
    }

    /** The tables that say which territories, people and categories there are. Once a database. */
    @Override
    public void prepare() throws SQLException {
        run("""
            CREATE TABLE bench_grid (n INT PRIMARY KEY, grid_id BIGINT, community_id BIGINT, street_id BIGINT, latitude DOUBLE, longitude DOUBLE,
                                     member_id BIGINT, community_staff_id BIGINT, street_staff_id BIGINT, district_staff_id BIGINT)
            SELECT ROW_NUMBER() OVER (ORDER BY g.code) - 1 AS n, g.id AS grid_id, c.id AS community_id, s.id AS street_id,
                   (SELECT AVG(b.latitude) FROM building b JOIN grid m ON m.code = b.grid_code WHERE g.code IN (m.code, m.parent_code)) AS latitude,
                   (SELECT AVG(b.longitude) FROM building b JOIN grid m ON m.code = b.grid_code WHERE g.code IN (m.code, m.parent_code)) AS longitude,
                   (SELECT MIN(d.staff_id) FROM staff_duty d JOIN staff_member p ON p.id = d.staff_id
                    WHERE d.grid_id = g.id AND p.roles = 'GRID_MEMBER') AS member_id,
                   (SELECT MIN(d.staff_id) FROM staff_duty d JOIN staff_member p ON p.id = d.staff_id
                    WHERE d.grid_id = c.id AND p.roles = 'COMMUNITY') AS community_staff_id,
                   (SELECT MIN(d.staff_id) FROM staff_duty d JOIN staff_member p ON p.id = d.staff_id
                    WHERE d.grid_id = s.id AND p.roles LIKE 'STREET%') AS street_staff_id,
                   (SELECT MIN(p.id) FROM staff_member p WHERE p.roles = 'DISTRICT') AS district_staff_id
            FROM grid g JOIN grid c ON c.code = g.parent_code JOIN grid s ON s.code = c.parent_code WHERE g.level = 'GRID'""");
        run("""
            CREATE TABLE bench_category (n INT PRIMARY KEY, code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin)
            SELECT ROW_NUMBER() OVER (ORDER BY position) - 1 AS n, code FROM request_category WHERE parent IS NOT NULL OR code = 'OTHER'""");
        run("""
            CREATE TABLE bench_step (n INT PRIMARY KEY, kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin, words VARCHAR(100))
            SELECT 1 AS n, 'SUBMITTED' AS kind, '诉求已登记，编号已发给您。' AS words UNION ALL
            SELECT 2, 'ASSIGNED', '已交给网格员办理，请您留意进展。' UNION ALL
            SELECT 3, 'ACCEPTED', '网格员已受理，将尽快到现场查看。' UNION ALL
            SELECT 4, 'ANSWERED', '已办结：现场已经处理完毕，感谢您的反映，如有问题请再告诉我们。' UNION ALL
            SELECT 5, 'RATED', '居民评价：已解决。'""");
        known();
    }

    /** Reads how many of them there are; instead of {@link #prepare} on a second connection. */
    @Override
    public Archive known() throws SQLException {
        grids = number("SELECT COUNT(*) FROM bench_grid");
        categories = number("SELECT COUNT(*) FROM bench_category");
        return this;
    }

    /** Open ones, submitted within the last 28 days: seven of ten still with the grid member, a few overdue at the top, one in ten with a unit. */
    @Override
    public void open(int count) throws SQLException {
        int until = OPEN_FROM + count;
        run(COLUMNS + """
            SELECT STRAIGHT_JOIN q.id, CONCAT('HL', DATE_FORMAT(q.at, '%Y%m%d'), '-', q.id), {stranger} + q.h2 % 5000, q.h3 % 4 = 0, 'SNAPSHOT', k.code,
                   {words}, {place}, IF(q.h3 % 10 < 4, 'ASSIGNED', 'HANDLING'),
                   IF(q.h3 % 10 >= 4 AND q.h2 % 40 = 0, 'WAITING_RESIDENT', NULL), q.colour,
                   CASE q.colour WHEN 'GREEN' THEN t.member_id WHEN 'YELLOW' THEN t.community_staff_id WHEN 'BLUE' THEN t.street_staff_id
                        ELSE t.district_staff_id END,
                   IF(q.h4 DIV 100 % 10 = 0, 1 + q.h2 % 3, NULL), q.at,
                   q.due, IF(q.colour = 'RED', NULL, q.due), IF(q.h3 % 10 < 4, NULL, q.at + INTERVAL 3 HOUR), NULL, NULL, NULL, NULL, NULL, NULL,
                   q.at + INTERVAL 3 HOUR, 3
            FROM (SELECT h.*, UTC_TIMESTAMP(6) - INTERVAL h.h1 % 2419200 SECOND AS at,
                         CASE WHEN h.h4 % 100 < 70 THEN 'GREEN' WHEN h.h4 % 100 < 90 THEN 'YELLOW' WHEN h.h4 % 100 < 96 THEN 'BLUE' ELSE 'RED' END AS colour,
                         UTC_TIMESTAMP(6) + INTERVAL (h.h2 % 864000 + IF(h.h4 % 100 >= 96, -432000, 7200)) SECOND AS due
                  FROM ({hashes}) h) q
            STRAIGHT_JOIN bench_grid t ON t.n = q.h1 % {grids} STRAIGHT_JOIN bench_category k ON k.n = q.h2 % {categories}
            """, OPEN_FROM, until);
        around(OPEN_FROM, until);
    }

    /** The known residents get 60 each of the first {@value #FIRST_ROWS} rows for each of them. */
    @Override
    public void ended(int first, int end, int firstOf, int endOf, List<Long> known) throws SQLException {
        String mine = known.isEmpty()
                ? "NULL"
                : "ELT(q.id DIV 4 % " + known.size() + " + 1, "
                        + String.join(", ", known.stream().map(String::valueOf).toList()) + ")";
        long step = SPAN_DAYS * 86_400_000_000L / (endOf - firstOf);
        run(
                COLUMNS
                        + """
            SELECT STRAIGHT_JOIN q.id, CONCAT('HL', DATE_FORMAT(q.at, '%Y%m%d'), '-', q.id),
                   IF(q.id <= {mine} AND q.id % 4 = 0, {resident}, {stranger} + q.h2 % {strangers}), q.h3 % 4 = 0,
                   ELT(1 + q.h3 % 5, 'SNAPSHOT', 'SNAPSHOT', 'CHAT', 'PATROL', 'OPEN311'), k.code, {words}, {place}, q.status, NULL,
                   IF(q.h4 DIV 100 % 10 = 0, 'YELLOW', 'GREEN'), t.member_id, NULL, q.at, q.at + INTERVAL 48 HOUR, NULL, q.at + INTERVAL 2 HOUR,
                   IF(q.status = 'WITHDRAWN', NULL, q.done), IF(q.status IN ('WITHDRAWN', 'REJECTED', 'MERGED'), NULL, t.member_id),
                   CASE q.status WHEN 'WITHDRAWN' THEN NULL WHEN 'REJECTED' THEN 'REFUSED' WHEN 'MERGED' THEN 'MERGED'
                        ELSE ELT(1 + q.h2 % 10, 'SOLVED', 'SOLVED', 'SOLVED', 'SOLVED', 'SOLVED', 'SOLVED', 'SOLVED', 'PARTLY', 'REFUSED', 'TRANSFERRED') END,
                   IF(q.status = 'WITHDRAWN', NULL, '现场已经处理完毕，感谢您的反映，如有问题请再告诉我们。'),
                   IF(q.status = 'EVALUATED', 'YES', NULL), IF(q.status = 'EVALUATED', 3 + q.h2 % 3, NULL),
                   LEAST(q.done + INTERVAL IF(q.status = 'UNRATED', 336, 20) HOUR, UTC_TIMESTAMP(6)), 5
            FROM (SELECT h.*, LEAST(h.at + INTERVAL 4 + h.h3 % 60 HOUR, UTC_TIMESTAMP(6)) AS done,
                         CASE WHEN h.h4 % 100 < 60 THEN 'EVALUATED' WHEN h.h4 % 100 < 88 THEN 'UNRATED' WHEN h.h4 % 100 < 92 THEN 'MERGED'
                              WHEN h.h4 % 100 < 97 THEN 'WITHDRAWN' ELSE 'REJECTED' END AS status
                  FROM (SELECT g.*, UTC_TIMESTAMP(6) - INTERVAL {days} DAY + INTERVAL (g.id - {firstOf}) * {step} MICROSECOND AS at
                        FROM ({hashes}) g) h) q
            STRAIGHT_JOIN bench_grid t ON t.n = q.h1 % {grids} STRAIGHT_JOIN bench_category k ON k.n = q.h2 % {categories}
            """.replace("{mine}", Integer.toString(FIRST_ROWS * known.size()))
                                .replace("{resident}", mine)
                                .replace("{strangers}", Integer.toString(Math.max(1_000, endOf / 10)))
                                .replace("{days}", Integer.toString(SPAN_DAYS))
                                .replace("{firstOf}", Integer.toString(firstOf))
                                .replace("{step}", Long.toString(step)),
                first,
                end);
        around(first, end);
    }

    /** Timelines, verdicts on words, ratings and followers of these requests. */
    private void around(int first, int end) throws SQLException {
        String these = " r.id >= " + first + " AND r.id < " + end;
        run("""
            INSERT INTO request_entry (request_id, kind, actor, actor_id, words, happened_at)
            SELECT STRAIGHT_JOIN r.id, k.kind, CASE WHEN k.n IN (1, 5) THEN 'RESIDENT' WHEN k.n = 2 THEN 'SYSTEM' ELSE 'STAFF' END,
                   CASE WHEN k.n IN (1, 5) THEN r.reporter_resident_id WHEN k.n = 2 THEN NULL ELSE r.holder_staff_id END, k.words,
                   CASE k.n WHEN 3 THEN r.accepted_at WHEN 4 THEN r.answered_at WHEN 5 THEN r.moved_at ELSE r.submitted_at END
            FROM request r STRAIGHT_JOIN bench_step k
            WHERE CASE k.n WHEN 3 THEN r.accepted_at IS NOT NULL WHEN 4 THEN r.answered_at IS NOT NULL WHEN 5 THEN r.status = 'EVALUATED' ELSE TRUE END
              AND""" + these);
        run("""
            INSERT INTO request_check (request_id, author_resident_id, state, created_at, settled_at)
            SELECT r.id, r.reporter_resident_id, IF(r.id % 50 = 0, 'HIDDEN', 'PASSED'), r.submitted_at, r.submitted_at + INTERVAL 5 SECOND
            FROM request r WHERE""" + these);
        run("""
            INSERT INTO request_rating (request_id, answered_at, resident_id, solved, stars, rated_at)
            SELECT r.id, r.answered_at, r.reporter_resident_id, r.solved, r.stars, r.moved_at FROM request r WHERE r.status = 'EVALUATED' AND""" + these);
        run("""
            INSERT INTO request_follower (request_id, resident_id, since)
            SELECT r.id, r.reporter_resident_id + 1 + r.id % 7, r.submitted_at + INTERVAL 1 HOUR FROM request r WHERE r.id % 8 = 0 AND""" + these);
    }

    @Override
    public void analyze() throws SQLException {
        run("ANALYZE TABLE request, request_entry, request_check, request_rating, request_follower");
    }

    @Override
    public String size() throws SQLException {
        long rows = number("SELECT COUNT(*) FROM request");
        long bytes = number(
                "SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name LIKE 'request%'");
        return String.format(
                "%,d requests, %,d entries: %,d MB, %,d bytes a request",
                rows, number("SELECT COUNT(*) FROM request_entry"), bytes >> 20, bytes / rows);
    }

    @Override
    public long number(String query) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private void run(String sql, int first, int end) throws SQLException {
        run(sql.replace("{hashes}", """
                SELECT seq AS id, CAST(CRC32(CONCAT('a', seq)) AS SIGNED) AS h1, CAST(CRC32(CONCAT('b', seq)) AS SIGNED) AS h2,
                       CAST(CRC32(CONCAT('c', seq)) AS SIGNED) AS h3, CAST(CRC32(CONCAT('d', seq)) AS SIGNED) AS h4
                FROM seq_""" + first + "_to_" + (end - 1))
                .replace("{words}", WORDS)
                .replace("{place}", PLACE)
                .replace("{stranger}", Long.toString(STRANGERS))
                .replace("{grids}", Long.toString(grids))
                .replace("{categories}", Long.toString(categories)));
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
