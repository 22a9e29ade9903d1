package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.resident.ResidentForgotten;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** What was written down without a network comes in any order, more than once, and means the same. */
@GridbellTest
class OutboxTest {

    private static final Instant START = Instant.parse("2027-03-02T02:00:00Z");
    private static final AtomicInteger DOORS = new AtomicInteger(7_000_000);

    @Autowired
    Residents residents;

    @Autowired
    StaffMembers staff;

    @Autowired
    JwtEncoder tokens;

    @Autowired
    ApplicationEventPublisher facts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    @Autowired
    VisitSilence silence;

    @Autowired
    Environment environment;

    Neighbours neighbours;
    Http member;
    long memberId;
    long gridId;

    @BeforeEach
    void theDayIsOver() {
        clock.moveTo(START.plus(Duration.ofHours(5)));
        neighbours = new Neighbours(residents, staff, tokens, database, clock, environment);
        member = neighbours.member("19900000001");
        memberId = number("SELECT id FROM staff_member WHERE number = 'HL001'");
        gridId = number("SELECT id FROM grid WHERE code = 'HL-01-01'");
    }

    @Test
    void everyOrderOfADaysFiveActionsEndsTheSame() {
        Set<String> ends = new LinkedHashSet<>();
        int orders = 0;
        for (List<Integer> order : orders(5)) {
            Day day = aDay();
            for (int i = 0; i < order.size(); i++) {
                send(day.actions.get(order.get(i)));
                if (orders % 3 == i % 3) {
                    send(day.actions.get(order.get(0)), day.actions.get(order.get(i)));
                }
            }
            ends.add(day.end());
            orders++;
        }
        System.out.printf("outbox: %d orders, %d end(s): %s%n", orders, ends.size(), ends);
        assertThat(orders).isEqualTo(120);
        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next())
                .contains("status=COMPLETED", "result=MET", "grade=IN_GRID", "needs=2", "knocks=1", "requests=2");
    }

    @Test
    void oneDeliveryOfAllAndTwoAtOnceEndTheSame() {
        Day one = aDay();
        send(one.actions.toArray(new Map<?, ?>[0]));
        Day two = aDay();
        List<CompletableFuture<Void>> deliveries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            deliveries.add(CompletableFuture.runAsync(() -> send(two.actions.toArray(new Map<?, ?>[0]))));
        }
        deliveries.forEach(CompletableFuture::join);
        send(two.actions.toArray(new Map<?, ?>[0]));
        assertThat(two.end()).isEqualTo(one.end());
        assertThat(number("SELECT COUNT(*) FROM visit_outbox_item WHERE body IS NOT NULL AND visit_id = " + two.visit))
                .as("the words go once they are worked")
                .isZero();
    }

    @Test
    void anOutcomeWaitsForItsCheckIn() {
        Day day = aDay();
        Http.Answer waits = send(day.actions.get(2));
        assertThat(waits.at("/items/0/state")).isEqualTo("WAITING");
        send(day.actions.get(1));
        assertThat(send(day.actions.get(2)).at("/items/0/state")).isEqualTo("APPLIED");
    }

    @Test
    void saysWhyWhatCannotBeTakenIsRefused() {
        Day day = aDay();
        Map<String, Object> old = new LinkedHashMap<>(day.actions.get(1));
        old.put("clientId", "too-old-" + day.visit);
        old.put("at", START.minus(Duration.ofDays(4)).toString());
        assertThat(send(old).at("/items/0/detail")).contains("超过72小时");
        Map<String, Object> future = new LinkedHashMap<>(day.actions.get(1));
        future.put("clientId", "future-" + day.visit);
        future.put("at", clock.instant().plus(Duration.ofHours(1)).toString());
        assertThat(send(future).at("/items/0/detail")).contains("手机时间");
        assertThat(send(day.actions.get(1)).at("/items/0/state")).isEqualTo("APPLIED");
        Map<String, Object> reused = new LinkedHashMap<>(day.actions.get(2));
        reused.put("clientId", day.actions.get(1).get("clientId"));
        assertThat(send(reused).at("/items/0/detail")).contains("同一编号");
        Http other = neighbours.member("19900000002");
        assertThat(other.post("/api/staff/visit-outbox", Map.of("items", List.of(day.actions.get(2))))
                        .expect(200)
                        .at("/items/0/type"))
                .isEqualTo("urn:problem:visit:not-found");
        Map<String, Object> empty = new LinkedHashMap<>(day.actions.get(2));
        empty.remove("outcome");
        member.post("/api/staff/visit-outbox", Map.of("items", List.of(empty))).expect(400);
        member.post("/api/staff/visit-outbox", Map.of("items", List.of())).expect(400);
    }

    @Test
    void whoWasAtTheDoorIsNotCountedAsMissingBecauseThePhoneWasSilent() {
        Day day = aDay();
        clock.moveTo(START.plus(Duration.ofHours(13)));
        silence.endMissed();
        assertThat(statusOf(day)).isEqualTo("EXPIRED");
        assertThat(missed(day)).isEqualTo(1);
        assertThat(send(day.actions.get(2)).at("/items/0/state")).isEqualTo("WAITING");

        send(day.actions.get(1));

        assertThat(statusOf(day)).isEqualTo("COMPLETED");
        assertThat(missed(day)).isZero();
    }

    @Test
    void theResidentsWordThatNobodyCameStands() {
        Day day = aDay();
        clock.moveTo(START.plus(Duration.ofHours(13)));
        silence.endMissed();
        transaction.executeWithoutResult(status ->
                database.update("UPDATE visit_no_show SET said_by_resident = TRUE WHERE visit_id = ?", day.visit));

        assertThat(send(day.actions.get(1)).at("/items/0/state")).isEqualTo("REFUSED");

        assertThat(statusOf(day)).isEqualTo("EXPIRED");
        assertThat(missed(day)).isEqualTo(1);
    }

    private String statusOf(Day day) {
        return String.valueOf(
                database.queryForObject("SELECT status FROM visit WHERE id = ?", String.class, day.visit));
    }

    private long missed(Day day) {
        return number("SELECT COUNT(*) FROM visit_no_show WHERE side = 'MEMBER' AND visit_id = " + day.visit);
    }

    @Test
    void whatWasCalledOffMeanwhileStaysCalledOff() {
        Day day = aDay();
        database.execute((java.sql.Connection connection) -> {
            connection.createStatement().executeUpdate("UPDATE visit SET status = 'CANCELLED' WHERE id = " + day.visit);
            connection.commit();
            return true;
        });
        Http.Answer refused = send(day.actions.get(1), day.actions.get(2));
        assertThat(refused.at("/items/0/state")).isEqualTo("REFUSED");
        assertThat(refused.at("/items/0/detail")).contains("已取消");
        assertThat(refused.at("/items/1/state")).isEqualTo("REFUSED");
    }

    @Test
    void whatWaitsAboutAResidentWhoLeftIsNotWorked() {
        Http resident = neighbours.resident();
        Day day = aDay();
        long id = Long.parseLong(resident.get("/api/resident/me").expect(200).at("/id"));
        database.execute((java.sql.Connection connection) -> {
            connection
                    .createStatement()
                    .executeUpdate("UPDATE visit SET resident_id = " + id + " WHERE id = " + day.visit);
            connection.commit();
            return true;
        });
        send(day.actions.get(2));
        assertThat(resident.get("/api/resident/export").expect(200).text()).contains("已讲清");

        forget(resident);

        assertThat(number("SELECT COUNT(*) FROM visit_outbox_item WHERE body IS NOT NULL AND visit_id = " + day.visit))
                .isZero();
        assertThat(send(day.actions.get(2)).at("/items/0/detail")).contains("居民已注销");
    }

    @SafeVarargs
    private Http.Answer send(Map<?, ?>... items) {
        return member.post("/api/staff/visit-outbox", Map.of("items", List.of(items)))
                .expect(200);
    }

    /** A confirmed visit at a door of its own, and a neighbour's door that a campaign would knock at. */
    private final class Day {
        private final long visit;
        private final long neighbour;
        private final List<Map<String, Object>> actions = new ArrayList<>();

        Day(long visit, long neighbour) {
            this.visit = visit;
            this.neighbour = neighbour;
            actions.add(action("NEED", 21, Map.of("need", Map.of("category", "GARBAGE", "description", "垃圾未清"))));
            actions.add(action("CHECK_IN", 10, Map.of("checkIn", Map.of("location", place(), "accuracy", 500))));
            actions.add(action("OUTCOME", 25, Map.of("outcome", Map.of("result", "MET", "note", "已讲清"))));
            actions.add(action("NEED", 20, Map.of("need", Map.of("category", "GARBAGE", "description", "楼道堆物"))));
            actions.add(
                    action("KNOCK", 40, Map.of("knock", Map.of("householdId", "" + neighbour, "result", "NOT_HOME"))));
        }

        private Map<String, Object> action(String kind, int minutes, Map<String, ?> body) {
            Map<String, Object> action = new LinkedHashMap<>();
            action.put("clientId", kind + "-" + minutes + "-of-day-" + visit);
            action.put("kind", kind);
            action.put("at", START.plus(Duration.ofMinutes(minutes)).toString());
            if (!kind.equals("KNOCK")) {
                action.put("visitId", "" + visit);
            }
            action.putAll(body);
            return action;
        }

        /** Everything but the ids. */
        String end() {
            Map<String, Object> row = database.queryForMap("""
                    SELECT status, result, outcome_note AS note, check_in_grade AS grade,
                        CAST(checked_in_at AS CHAR) AS arrived, CAST(outcome_at AS CHAR) AS ended,
                        (SELECT COUNT(*) FROM visit_need n WHERE n.visit_id = v.id) AS needs,
                        (SELECT COUNT(*) FROM visit_knock k WHERE k.visit_id = v.id) AS own,
                        (SELECT COUNT(*) FROM visit_outbox_item o WHERE o.visit_id = v.id AND o.state = 'APPLIED') AS applied
                    FROM visit v WHERE id = ?""", visit);
            return row + " knocks="
                    + number("SELECT COUNT(*) FROM visit_knock WHERE household_id = " + neighbour)
                    + " requests="
                    + number("SELECT COUNT(DISTINCT request_id) FROM visit_need WHERE visit_id = " + visit);
        }
    }

    private Object place() {
        return cn.gridbell.platform.geo.Location.of(new cn.gridbell.platform.geo.GeoPoint(30.6417998, 104.0665336));
    }

    private Day aDay() {
        long door = household();
        long neighbour = household();
        return java.util.Objects.requireNonNull(database.execute((java.sql.Connection connection) -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO visit (household_id, grid_id, member_id, purpose, status, version, start_at, end_at, answer_by, created_at)
                    VALUES (?, ?, ?, 'OTHER', 'CONFIRMED', 1, '2027-03-02 02:00:00', '2027-03-02 02:30:00', '2027-03-01 02:00:00', '2027-03-01 01:00:00')""", java.sql.Statement.RETURN_GENERATED_KEYS)) {
                insert.setLong(1, door);
                insert.setLong(2, gridId);
                insert.setLong(3, memberId);
                insert.executeUpdate();
                try (var keys = insert.getGeneratedKeys()) {
                    keys.next();
                    long visit = keys.getLong(1);
                    connection.commit();
                    return new Day(visit, neighbour);
                }
            }
        }));
    }

    /** As if they had left by our own door: these people have no WeChat behind them. */
    private void forget(Http resident) {
        ResidentId id =
                ResidentId.of(resident.get("/api/resident/me").expect(200).at("/id"));
        transaction.executeWithoutResult(status -> facts.publishEvent(new ResidentForgotten(id, clock.instant())));
    }

    private long household() {
        neighbours.resident("outbox" + DOORS.incrementAndGet());
        return number("SELECT MAX(id) FROM household");
    }

    private long number(String sql) {
        Long found = database.queryForObject(sql, Long.class);
        return found == null ? -1 : found;
    }

    private static List<List<Integer>> orders(int size) {
        List<List<Integer>> all = new ArrayList<>();
        permute(new ArrayList<>(), size, all);
        return all;
    }

    private static void permute(List<Integer> begun, int size, List<List<Integer>> all) {
        if (begun.size() == size) {
            all.add(List.copyOf(begun));
            return;
        }
        for (int next = 0; next < size; next++) {
            if (!begun.contains(next)) {
                begun.add(next);
                permute(begun, size, all);
                begun.remove(begun.size() - 1);
            }
        }
    }
}
