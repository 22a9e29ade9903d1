package cn.gridbell.platform.restore;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The auto-increment columns of the whole database. A number that was given out after the backup stands in tokens, links and messages that are still good: given out
 * again, a session would open for whoever holds the former one's token, and a picture for whoever holds the former one's link.
 */
@Component
class AutoIncrements {

    /** More than a street gives out between two backups, and little beside what a BIGINT holds. */
    static final long SKIPPED = 1_000_000;

    private final JdbcTemplate sql;

    AutoIncrements(JdbcTemplate sql) {
        this.sql = sql;
    }

    private record Column(String table, String name, long next) {}

    /** Moves each on, past its highest number and past its counter. @return how many */
    int skip() {
        List<Column> columns =
                sql.query("""
                SELECT c.table_name, c.column_name, COALESCE(t.auto_increment, 1)
                FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema = DATABASE() AND c.extra LIKE '%auto_increment%' AND t.table_type = 'BASE TABLE'""", (row, number) -> new Column(row.getString(1), row.getString(2), row.getLong(3)));
        columns.forEach(this::skip);
        return columns.size();
    }

    private void skip(Column column) {
        Long highest = sql.queryForObject(
                "SELECT COALESCE(MAX(`" + column.name() + "`), 0) FROM `" + column.table() + "`", Long.class);
        long next = Math.max(column.next(), highest == null ? 0 : highest + 1) + SKIPPED;
        sql.execute("ALTER TABLE `" + column.table() + "` AUTO_INCREMENT = " + next);
    }
}
