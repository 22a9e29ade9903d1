package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fields nobody asked for, on every call that writes: they are passed over, and no row shows them. */
@GridbellTest
@TestPropertySource(properties = "test.context=strangers")
class ExtraFieldsTest {

    private static final String PLANTED = "PLANTED-7F3A";
    private static final long PLANTED_NUMBER = 987_654_321L;
    private static final String PLANTED_TIME = "2001-01-01T00:00:00Z";

    private static final List<String> WORDS = List.of(
            "status", "role", "roles", "openid", "unionId", "colour", "holder", "source", "number", "actor", "state",
            "subject");
    private static final List<String> NUMBERS = List.of(
            "id",
            "gridId",
            "residentId",
            "ownerId",
            "staffId",
            "holderId",
            "reporterId",
            "version",
            "communityId",
            "sessionId");
    private static final List<String> TIMES = List.of("createdAt", "submittedAt", "dueAt", "closedAt", "expiresAt");

    /** Values that would be taken if the field were. */
    private static final Map<String, Object> PLAUSIBLE = Map.ofEntries(
            Map.entry("status", "EVALUATED"),
            Map.entry("colour", "RED"),
            Map.entry("source", "PHONE"),
            Map.entry("closure", "SOLVED"),
            Map.entry("reporterResidentId", 1),
            Map.entry("residentId", "1"),
            Map.entry("reporterStaffId", 1),
            Map.entry("holderStaffId", 1),
            Map.entry("gridId", "1"),
            Map.entry("communityId", 1),
            Map.entry("streetId", 1),
            Map.entry("memberId", "1"),
            Map.entry("version", 99),
            Map.entry("priority", 7),
            Map.entry("submittedAt", PLANTED_TIME),
            Map.entry("createdAt", PLANTED_TIME),
            Map.entry("dueAt", PLANTED_TIME),
            Map.entry("answerBy", PLANTED_TIME),
            Map.entry("acceptedAt", PLANTED_TIME),
            Map.entry("stars", 5),
            Map.entry("doorTries", -99),
            Map.entry("role", "ADMIN"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    @SuppressWarnings("NullAway.Init")
    RequestMappingHandlerMapping mappings;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    JdbcTemplate sql;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    TransactionTemplate transactions;

    @Test
    void nothingThatWasNotAskedForReachesAnyRow() {
        List<Endpoint> writing = Endpoint.all(mappings).stream()
                .filter(endpoint -> endpoint.writes()
                        && !endpoint.upload()
                        && endpoint.path().startsWith("/api/"))
                .filter(endpoint -> !endpoint.isAboutSessions())
                .toList();
        GoodBodies bodies = GoodBodies.of(people.server());
        Victim own = Victim.of(people, Endpoint.all(mappings));
        Map<String, Http> callers = new LinkedHashMap<>();
        callers.put("resident", own.person().http());
        callers.put("grid member", people.staff("HL001").http());
        callers.put("community", people.staff("HL041").http());
        callers.put("street", people.staff("HL046").http());
        int calls = 0;
        int extras = 0;
        int taken = 0;
        List<String> failed = new ArrayList<>();
        for (Endpoint endpoint : writing) {
            Map<String, Object> planted = planted(bodies.fieldsOf(endpoint.method(), endpoint.path()));
            for (var caller : callers.entrySet()) {
                Map<String, Object> body = new LinkedHashMap<>(planted);
                body.putAll(asMap(bodies.least(endpoint.method(), endpoint.path())));
                Http.Answer answer = send(caller.getValue(), endpoint.method(), own.reach(endpoint.path()), body);
                calls++;
                extras += planted.size();
                taken += answer.status() < 300 ? 1 : 0;
                if (answer.status() >= 500 || answer.text().contains(PLANTED)) {
                    failed.add(caller.getKey() + " " + endpoint.key() + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        List<String> found = plantedRows();
        System.out.printf(
                "extra fields: %d writing endpoints, %d calls (%d succeeded), %d extra fields sent, %d found in %d"
                        + " columns%n",
                writing.size(), calls, taken, extras, found.size(), columns().size());
        assertThat(failed).isEmpty();
        assertThat(found).isEmpty();
        assertThat(taken).isGreaterThan(10);
        assertThat(extras).isGreaterThanOrEqualTo(20 * writing.size());
    }

    /** The same call with and without values that would be valid: the rows are twins. */
    @Test
    void aBodyWithFieldsThatWouldBeValidMakesTheSameRow() {
        Map<String, Object> request = Map.of("category", "GARBAGE", "description", "双生", "address", "铃音巷1号");
        compare(
                "request",
                row("request", "/api/resident/requests", request, false),
                row("request", "/api/resident/requests", request, true));
        String start = people.resident()
                .http()
                .get("/api/resident/visit-openings")
                .expect(200)
                .at("/items/0/start");
        String other = people.resident()
                .http()
                .get("/api/resident/visit-openings")
                .expect(200)
                .at("/items/1/start");
        compare(
                "visit",
                row("visit", "/api/resident/visits", Map.of("start", start, "purpose", "SAFETY_CHECK"), false),
                row("visit", "/api/resident/visits", Map.of("start", other, "purpose", "SAFETY_CHECK"), true));
    }

    /** Else the search would find nothing because it cannot. */
    @Test
    void aPlantedValueIsFound() {
        People.Person person = people.resident();
        person.http()
                .with("Idempotency-Key", "planted-" + System.nanoTime())
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", "说明 " + PLANTED))
                .expect(201);
        try {
            assertThat(plantedRows()).anyMatch(place -> place.startsWith("request.description"));
        } finally {
            transactions.executeWithoutResult(transaction ->
                    sql.update("UPDATE request SET description = 'x' WHERE description LIKE ?", "%" + PLANTED + "%"));
        }
    }

    private Map<String, Object> row(String table, String path, Map<String, Object> body, boolean withMore) {
        Map<String, Object> whole = new LinkedHashMap<>(withMore ? PLAUSIBLE : Map.of());
        whole.putAll(body);
        String id =
                send(people.resident().http(), "POST", path, whole).expect(201).at("/id");
        return new TreeMap<>(sql.queryForMap("SELECT * FROM " + table + " WHERE id = ?", id));
    }

    private static void compare(String table, Map<String, Object> plain, Map<String, Object> more) {
        int same = 0;
        for (String column : plain.keySet()) {
            String expected = Objects.toString(plain.get(column));
            String seen = Objects.toString(more.get(column));
            boolean ownToEach = column.equals("id")
                    || column.equals("number")
                    || column.endsWith("resident_id")
                    || column.endsWith("_hash");
            boolean time = expected.matches("\\d{4}-\\d\\d-\\d\\d.*") || seen.matches("\\d{4}-\\d\\d-\\d\\d.*");
            if (ownToEach || time) {
                assertThat(seen).as(table + "." + column).isNotEqualTo("1").doesNotStartWith("2001");
            } else {
                assertThat(seen).as(table + "." + column).isEqualTo(expected);
                same++;
            }
        }
        System.out.printf("extra fields: twin rows of %s, %d columns the same%n", table, same);
    }

    private static Map<String, Object> planted(java.util.Set<String> wanted) {
        Map<String, Object> fields = new LinkedHashMap<>();
        WORDS.forEach(name -> fields.put(name, PLANTED));
        NUMBERS.forEach(name -> fields.put(name, PLANTED_NUMBER));
        TIMES.forEach(name -> fields.put(name, PLANTED_TIME));
        fields.keySet().removeAll(wanted);
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(@Nullable Object body) {
        return body == null ? Map.of() : (Map<String, Object>) body;
    }

    private static Http.Answer send(Http http, String method, String path, Map<String, Object> body) {
        Http keyed = http.with("Idempotency-Key", "extra-" + System.nanoTime());
        return switch (method) {
            case "PUT" -> keyed.put(path, body);
            case "POST" -> keyed.post(path, body);
            default ->
                keyed.send(
                        method,
                        path,
                        tools.jackson.databind.json.JsonMapper.shared().writeValueAsBytes(body),
                        "application/json");
        };
    }

    private record Column(String table, String name, String type) {}

    private List<Column> columns() {
        return sql.query(
                "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema ="
                        + " DATABASE()",
                (row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)));
    }

    private List<String> plantedRows() {
        Map<String, List<Column>> tables = columns().stream().collect(Collectors.groupingBy(Column::table));
        List<String> found = new ArrayList<>();
        tables.forEach((table, columns) -> columns.forEach(column -> {
            String where =
                    switch (column.type()) {
                        case "varchar", "char", "text", "mediumtext", "longtext", "json" -> " LIKE '%" + PLANTED + "%'";
                        case "bigint", "int" -> " = " + PLANTED_NUMBER;
                        case "datetime", "timestamp", "date" -> " BETWEEN '2000-12-31' AND '2001-01-02'";
                        default -> "";
                    };
            if (!where.isEmpty()) {
                Integer rows = sql.queryForObject(
                        "SELECT COUNT(*) FROM `" + table + "` WHERE `" + column.name() + "`" + where, Integer.class);
                if (rows != null && rows > 0) {
                    found.add(table + "." + column.name() + " x " + rows);
                }
            }
        }));
        return found;
    }
}
