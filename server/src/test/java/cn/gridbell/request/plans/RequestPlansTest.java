package cn.gridbell.request.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.TestDatabase;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.io.ResolverUtil;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.reflection.ParamNameResolver;
import org.apache.ibatis.session.Configuration;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * No statement of the room makes the database read a whole table or a whole index, whatever it is asked with: found in MyBatis itself, so that a
 * new one is looked at by itself.
 */
class RequestPlansTest {

    private static final String ROOM = "cn.gridbell.request";

    /** Settings of the street, some dozens of rows; read whole, mostly into memory. */
    private static final Set<String> SMALL =
            Set.of("request_category", "request_route", "request_responsibility", "request_number");

    /** By the database's own estimate, more than one row in so many is too much, whatever the index. */
    private static final int ONE_IN = 10;

    private static final Pattern TABLE = Pattern.compile("\\b(?:FROM|JOIN|UPDATE)\\s+(\\w+)(?:\\s+(?:AS\\s+)?(\\w+))?");

    private static final Configuration MAPPED = new Configuration();
    private static final Map<String, Long> SIZES = new HashMap<>();
    private static TestDatabase database;
    private static JdbcTemplate sql;

    @BeforeAll
    static void fill() {
        MAPPED.setMapUnderscoreToCamelCase(true);
        MAPPED.setArgNameBasedConstructorAutoMapping(true);
        new ResolverUtil<>()
                .find(new ResolverUtil.AnnotatedWith(Mapper.class), ROOM)
                .getClasses()
                .forEach(MAPPED::addMapper);
        database = TestDatabase.fresh("plans");
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/request", "classpath:db/migration/staff")
                .outOfOrder(true)
                .load()
                .migrate();
        sql = new JdbcTemplate(source);
        ManyRequests.fill(sql)
                .forEach(table -> SIZES.put(table, sql.queryForObject("SELECT COUNT(*) FROM " + table, Long.class)));
    }

    @Test
    void everyStatementGoesByAnIndex() throws SQLException {
        assertThat(statements()).hasSizeGreaterThan(60);
        assertThat(wholeReads()).isEmpty();
    }

    /** What the test is worth: without its index a statement is found. */
    @Test
    void aStatementWithoutItsIndexIsFound() throws SQLException {
        Map.of(
                        "request_entry DROP KEY of_request", "RequestEntryMapper.of ",
                        "request DROP KEY timer", "RequestMapper.dueForTimer ",
                        "request_check DROP KEY check_author", "RequestErasureMapper.hide ")
                .forEach((drop, found) -> {
                    String[] words = drop.split(" ");
                    String columns = String.join(
                            ", ",
                            sql.queryForList(
                                    "SELECT column_name FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ?"
                                            + " AND index_name = ? ORDER BY seq_in_index",
                                    String.class,
                                    words[0],
                                    words[3]));
                    sql.execute("ALTER TABLE " + drop);
                    try {
                        assertThat(wholeReads()).anyMatch(line -> line.startsWith(found));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        sql.execute("ALTER TABLE " + words[0] + " ADD KEY " + words[3] + " (" + columns + ")");
                    }
                });
    }

    private static List<MappedStatement> statements() {
        return MAPPED.getMappedStatementNames().stream()
                .filter(name -> name.startsWith(ROOM))
                .sorted()
                .map(MAPPED::getMappedStatement)
                .toList();
    }

    /** A line for each table that a statement reads whole in one of its variants. */
    private static Set<String> wholeReads() throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            for (MappedStatement statement : statements()) {
                boolean planned = false;
                for (int variant = 0; variant < Plausible.VARIANTS; variant++) {
                    planned |= look(connection, statement, new Plausible(variant), found);
                }
                if (!planned) {
                    found.add(shortName(statement) + " reads nothing with what it was asked: give it better values");
                }
            }
        }
        return found;
    }

    /** @return whether the plan says anything */
    private static boolean look(Connection connection, MappedStatement statement, Plausible values, Set<String> found)
            throws SQLException {
        Method method = methodOf(statement);
        Object asked = new ParamNameResolver(MAPPED, method).getNamedParams(values.arguments(method));
        BoundSql bound = statement.getBoundSql(asked);
        String text = bound.getSql();
        boolean reads = statement.getSqlCommandType() != SqlCommandType.INSERT || text.contains("SELECT");
        if (!reads || text.contains("LAST_INSERT_ID()")) {
            return true;
        }
        boolean planned = false;
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + text)) {
            MAPPED.newParameterHandler(statement, asked, bound).setParameters(explain);
            try (ResultSet step = explain.executeQuery()) {
                while (step.next()) {
                    String extra = String.valueOf(step.getString("Extra"));
                    String type = step.getString("type");
                    planned |= type != null || extra.contains("const table") || extra.contains("optimized away");
                    String table = tableOf(step.getString("table"), text);
                    boolean whole = "ALL".equals(type)
                            || "index".equals(type)
                            || rows(step.getString("rows")) > SIZES.getOrDefault(table, 0L) / ONE_IN;
                    if (whole && SIZES.containsKey(table) && !SMALL.contains(table)) {
                        found.add(shortName(statement) + " reads too much of " + table + " (" + type + "; " + extra
                                + ")");
                    }
                }
            }
        }
        return planned;
    }

    /** MariaDB adds the share a filter leaves: {@code 1602 (13%)}. */
    private static long rows(@Nullable String estimate) {
        return estimate == null ? 0 : Long.parseLong(estimate.split(" ")[0]);
    }

    /** A plan names tables as the statement does. */
    private static String tableOf(@Nullable String alias, String text) {
        Matcher tables = TABLE.matcher(text);
        while (tables.find()) {
            if (tables.group(1).equals(alias) || alias != null && alias.equals(tables.group(2))) {
                return tables.group(1);
            }
        }
        return String.valueOf(alias);
    }

    private static Method methodOf(MappedStatement statement) {
        String id = statement.getId();
        int dot = id.lastIndexOf('.');
        try {
            return Arrays.stream(Class.forName(id.substring(0, dot)).getDeclaredMethods())
                    .filter(method -> method.getName().equals(id.substring(dot + 1)))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortName(MappedStatement statement) {
        String id = statement.getId();
        return id.substring(id.lastIndexOf('.', id.lastIndexOf('.') - 1) + 1);
    }
}
