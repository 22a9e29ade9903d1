package cn.gridbell.request.published;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.geo.GeoPoint;
import dev.gridbell.testing.GridbellTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No question of the public makes the database read a whole table. */
@GridbellTest
class PublishedPlansTest {

    private static final Instant NOW = Instant.parse("2021-06-01T00:00:00Z");
    private static final PublishedQuery.Span DAY = new PublishedQuery.Span(NOW.minus(Duration.ofDays(1)), NOW);

    private final SqlSessionFactory sessions;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    PublishedPlansTest(SqlSessionFactory sessions, JdbcTemplate sql, PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.sql = sql;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Test
    void everyQuestionGoesByAnIndex() {
        transactions.executeWithoutResult(filling -> fill());
        sql.execute("ANALYZE TABLE request, request_entry");
        try {
            List<String> all = List.of("NOISE", "STREET_LIGHT", "GARBAGE");
            plan("byNumber", Map.of("categories", all, "numbers", List.of("PLAN-1", "PLAN-2")));
            plan("bySubmission", Map.of("categories", all, "q", query(null, DAY, null, null)));
            plan("bySubmission", Map.of("categories", List.of("NOISE"), "q", query(true, DAY, null, null)));
            plan("bySubmission", Map.of("categories", all, "q", query(false, DAY, DAY, around())));
            plan("byUpdate", Map.of("categories", all, "q", query(null, null, DAY, null)));
            plan("updates", Map.of("categories", all, "from", DAY.from(), "until", DAY.until(), "most", 1_000));
        } finally {
            transactions.executeWithoutResult(clearing -> {
                sql.update("DELETE FROM request_entry WHERE words = 'plan'");
                sql.update("DELETE FROM request WHERE number LIKE 'PLAN-%'");
            });
        }
    }

    private void plan(String statement, Map<String, Object> arguments) {
        BoundSql bound = sessions.getConfiguration()
                .getMappedStatement(PublishedMapper.class.getName() + "." + statement)
                .getBoundSql(new HashMap<>(arguments));
        MetaObject values = sessions.getConfiguration().newMetaObject(new HashMap<>(arguments));
        List<@Nullable Object> bindings = new ArrayList<>();
        bound.getParameterMappings().forEach(mapping -> {
            String name = mapping.getProperty();
            Object value =
                    bound.hasAdditionalParameter(name) ? bound.getAdditionalParameter(name) : values.getValue(name);
            bindings.add(value instanceof Instant instant ? java.sql.Timestamp.from(instant) : value);
        });
        List<Map<String, Object>> plan = sql.queryForList("EXPLAIN " + bound.getSql(), bindings.toArray());
        assertThat(plan).as(statement + plan).isNotEmpty().allSatisfy(step -> {
            assertThat(String.valueOf(step.get("type"))).isNotIn("ALL", "index");
            assertThat(step.get("key")).isNotNull();
        });
    }

    private static PublishedQuery query(
            @Nullable Boolean open,
            PublishedQuery.@Nullable Span submitted,
            PublishedQuery.@Nullable Span updated,
            PublishedQuery.@Nullable Around around) {
        return new PublishedQuery(List.of(), List.of(), open, submitted, updated, around, 0, 1_000);
    }

    private static PublishedQuery.Around around() {
        return new PublishedQuery.Around(new GeoPoint(30.64, 104.06), 500);
    }

    /** Four thousand old, closed requests of nobody, one an hour. */
    private void fill() {
        sql.update("""
                INSERT INTO request (number, anonymous, source, category, description, latitude, longitude, grid_id, status, colour,
                                     submitted_at, due_at, answered_at, moved_at, version)
                SELECT CONCAT('PLAN-', n), 1, 'OPEN311', CASE n % 3 WHEN 0 THEN 'NOISE' WHEN 1 THEN 'GARBAGE' ELSE 'STREET_LIGHT' END,
                       'plan', 30.6, 104.0, 1, 'EVALUATED', 'GREEN', at, at, at, at, 1
                FROM (SELECT a.x + b.x * 10 + c.x * 100 + d.x * 1000 AS n,
                             TIMESTAMP('2021-01-01 00:00:00') + INTERVAL (a.x + b.x * 10 + c.x * 100 + d.x * 1000) HOUR AS at
                      FROM @digits a, @digits b, @digits c, (SELECT 0 AS x UNION SELECT 1 UNION SELECT 2 UNION SELECT 3) d) made
                """.replace(
                        "@digits",
                        "(SELECT 0 AS x UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                                + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)"));
        sql.update("""
                INSERT INTO request_entry (request_id, kind, actor, words, happened_at)
                SELECT id, 'ANSWERED', 'SYSTEM', 'plan', moved_at FROM request WHERE number LIKE 'PLAN-%'""");
    }
}
