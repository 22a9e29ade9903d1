package cn.gridbell.platform;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Database settings with which an acknowledged write can be lost or changed in silence. */
@Component
class DatabaseSettingsCheck implements ProductionCheck {

    private final JdbcTemplate jdbc;

    DatabaseSettingsCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        if (!"1".equals(variable("innodb_flush_log_at_trx_commit"))) {
            objections.add("数据库 innodb_flush_log_at_trx_commit 必须为 1 (commits must be flushed to disk)");
        }
        String mode = variable("sql_mode");
        if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
            objections.add("数据库 sql_mode 必须包含 STRICT_TRANS_TABLES (no silent truncation)");
        }
        if (!variable("character_set_database").startsWith("utf8mb4")) {
            objections.add("数据库字符集必须为 utf8mb4 (character set of the database)");
        }
        if (version().contains("MariaDB") && "OFF".equals(variable("innodb_snapshot_isolation"))) {
            objections.add("MariaDB innodb_snapshot_isolation 必须为 ON (lost updates otherwise)");
        }
        if (!keepsMicroseconds()) {
            objections.add("数据库连接丢失微秒：MariaDB 10.x 须设置 version=5.7.10-… (fractional seconds are dropped)");
        }
        return objections;
    }

    private String variable(String name) {
        List<String> values = jdbc.query("SHOW VARIABLES LIKE '" + name + "'", (row, number) -> row.getString(2));
        return values.isEmpty() ? "" : values.get(0);
    }

    /** As the server says it; MariaDB names itself in it. */
    String version() {
        return String.valueOf(jdbc.queryForObject("SELECT VERSION()", String.class));
    }

    private boolean keepsMicroseconds() {
        var sent = java.sql.Timestamp.valueOf("2026-01-02 03:04:05.123456");
        return sent.equals(jdbc.queryForObject("SELECT CAST(? AS DATETIME(6))", java.sql.Timestamp.class, sent));
    }
}
