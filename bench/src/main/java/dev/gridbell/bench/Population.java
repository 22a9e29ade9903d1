package dev.gridbell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes residents directly in a database, each with a person at WeChat, a third of a household, a message that was told a while ago, its receipt and a
 * consent. A few messages wait for somebody of the street office, as many at every size.
 */
final class Population implements Filling {

    /** Of so many first rows for each known resident every fourth message is theirs. */
    private static final int FIRST_ROWS = 240;
    /** Far from the ids of those who are real, who come before and after. */
    private static final int FROM = 1_000_000;

    private static final int REAL_AGAIN_FROM = 1_000_000_000;

    private final Connection database;

    Population(Connection database) throws SQLException {
        this.database = database;
        try (Statement sql = database.createStatement()) {
            sql.execute("SET time_zone = '+00:00'");
        }
    }

    @Override
    public void prepare() throws SQLException {
        run("CREATE TABLE bench_grid (n INT PRIMARY KEY, grid_id BIGINT)"
                + " SELECT ROW_NUMBER() OVER (ORDER BY code) - 1 AS n, id AS grid_id FROM grid WHERE level = 'GRID'");
        for (String table : List.of("wechat_person", "household", "resident", "message")) {
            run("ALTER TABLE " + table + " AUTO_INCREMENT = " + REAL_AGAIN_FROM);
        }
    }

    @Override
    public Population known() {
        return this;
    }

    @Override
    public void open(int count) throws SQLException {
        run("""
            INSERT INTO message (scene, subject_kind, subject_id, turn, person_kind, person_id, status, urgent, not_before, due_at, expires_at, attempts,
                                 error_code, title, text, created_at, settled_at)
            SELECT 'REQUEST_ANSWERED', 'REQUEST', 800000000 + seq, 1, 'RESIDENT', {from} + seq, 'COULD_NOT_TELL', FALSE, at, at, at + INTERVAL 7 DAY, 1,
                   43004, '诉求已答复', '您的诉求已有答复，请您查看并评价。', at, at + INTERVAL 1 MINUTE
            FROM (SELECT seq, UTC_TIMESTAMP(6) - INTERVAL seq MINUTE AS at FROM seq_1_to_{count}) q""".replace("{from}", Integer.toString(FROM)).replace("{count}", Integer.toString(count)));
    }

    @Override
    public void ended(int first, int end, int firstOf, int endOf, List<Long> known) throws SQLException {
        String range = " FROM seq_" + (FROM + first) + "_to_" + (FROM + end - 1);
        run("INSERT INTO wechat_person (id, mini_open_id, official_open_id, union_id, following, created_at)"
                + " SELECT seq, CONCAT('oMini', SHA1(seq)), IF(seq % 3 = 0, CONCAT('oSvc', SHA1(seq)), NULL),"
                + " CONCAT('oUni', SHA1(CONCAT('u', seq))), seq % 3 = 0, UTC_TIMESTAMP(6)" + range);
        run("INSERT INTO household (id, address_key, door, grid_id, created_at)"
                + " SELECT seq, UNHEX(SHA2(seq, 256)), REPEAT(UNHEX(SHA2(CONCAT('d', seq), 256)), 4), g.grid_id, UTC_TIMESTAMP(6)"
                + range + " JOIN bench_grid g ON g.n = seq % (SELECT COUNT(*) FROM bench_grid) WHERE seq % 3 = 0");
        run("INSERT INTO resident (id, wechat_person_id, phone, phone_index, household_id, created_at, updated_at)"
                + " SELECT seq, seq, UNHEX(SHA2(CONCAT('p', seq), 256)), UNHEX(SHA2(CONCAT('i', seq), 256)), h.id,"
                + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)" + range + " LEFT JOIN household h ON h.id = seq - seq % 3");
        String mine = "ELT(seq DIV 4 % " + known.size() + " + 1, "
                + String.join(", ", known.stream().map(String::valueOf).toList()) + ")";
        run("""
            INSERT INTO message (id, scene, subject_kind, subject_id, turn, person_kind, person_id, status, urgent, not_before, due_at, expires_at, attempts,
                                 fence, channel, app, template_id, fields, client_msg_id, first_called_at, wechat_person_id, wechat_msg_id, title, text,
                                 created_at, sent_at, settled_at)
            SELECT seq, 'REQUEST_RECEIVED', 'REQUEST', 900000000 + seq, 1, 'RESIDENT', IF(seq - {from} <= {first} AND seq % 4 = 0, {mine}, seq),
                   ELT(1 + seq % 5, 'DELIVERED', 'DELIVERED', 'DELIVERED', 'SUPERSEDED', 'INBOX_ONLY'), FALSE, at, at, at + INTERVAL 3 DAY, 1, 1,
                   'TEMPLATE', 'OFFICIAL_ACCOUNT', 'OA-REQUEST-RECEIVED-00000000000000000000000', '{"thing2":{"value":"垃圾清运"}}', CONCAT('g', seq), at, seq,
                   CONCAT('30', seq), '诉求已登记', '您反映的问题已登记，编号已发给您，请留意进展。', at, at, at + INTERVAL 3 SECOND
            FROM (SELECT seq, UTC_TIMESTAMP(6) - INTERVAL 300 DAY + INTERVAL (seq - {from}) * {step} MICROSECOND AS at {range}) q""".replace("{range}", range)
                .replace("{mine}", mine)
                .replace("{first}", Integer.toString(FIRST_ROWS * known.size()))
                .replace("{from}", Integer.toString(FROM))
                .replace("{step}", Long.toString(290 * 86_400_000_000L / endOf)));
        run("INSERT INTO message_receipt (app, wechat_msg_id, message_id, result, applied, created_at)"
                + " SELECT 'OFFICIAL_ACCOUNT', CONCAT('30', seq), seq, 'SUCCESS', TRUE, UTC_TIMESTAMP(6)" + range);
        run("INSERT INTO message_consent (wechat_person_id, template_id, remaining, long_term, updated_at)"
                + " SELECT seq, '" + Street.RECEIVED + "', seq % 3, FALSE, UTC_TIMESTAMP(6)" + range);
    }

    @Override
    public void analyze() throws SQLException {
        run("ANALYZE TABLE wechat_person, household, resident, message, message_receipt, message_consent");
    }

    @Override
    public String size() throws SQLException {
        long people = number("SELECT COUNT(*) FROM resident");
        long bytes = number(
                "SELECT SUM(data_length + index_length) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN"
                        + " ('wechat_person', 'household', 'resident', 'message', 'message_receipt', 'message_consent')");
        return String.format(
                "%,d residents, %,d messages: %,d MB, %,d bytes a resident with a message",
                people, number("SELECT COUNT(*) FROM message"), bytes >> 20, bytes / people);
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

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
