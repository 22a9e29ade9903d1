package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import tools.jackson.databind.JsonNode;

/**
 * Eight kinds of movers want the same few hours, over HTTP, on the real database: booking, confirming, proposing, choosing, cancelling, moving (to
 * another time, to another member), leave, and visits planned by staff. Afterwards the rows are compared with each other, whatever the cells say;
 * and once more with the primary keys taken away, which must be seen.
 */
abstract class MoversRace {

    private static final int RESIDENTS = 12;
    private static final int STAFF = 4;
    private static final int STEPS = 25;
    /** First of two days, counted from today; rounds after the first are run until each kind of mover got through once. */
    private static final int[] DAYS = {1, 6, 1, 6, 1, 6, 1, 6, 1, 6, 1, 6};

    private static final List<String> KINDS =
            List.of("book", "confirm", "propose", "choose", "cancel", "time", "reassign", "leave", "plan");
    private static final List<String> TIMES = List.of("09:00", "09:45", "10:30", "14:00", "14:45", "15:30", "16:15");

    /** All that takes somebody's time: a visit's own time, or each time that was proposed. A visit nobody is free for takes nobody's. */
    private static final String TAKEN = """
            SELECT v.id, v.member_id, v.household_id, v.start_at, v.end_at FROM visit v
            WHERE v.status IN ('REQUESTED', 'PLANNED', 'CONFIRMED')
                AND v.id NOT IN (SELECT u.visit_id FROM visit_unplaced u WHERE u.member_id = v.member_id)
            UNION ALL
            SELECT v.id, v.member_id, v.household_id, p.start_at, p.start_at + INTERVAL 30 MINUTE
            FROM visit v JOIN visit_proposal p ON p.visit_id = v.id WHERE v.status = 'PROPOSED'
                AND v.id NOT IN (SELECT u.visit_id FROM visit_unplaced u WHERE u.member_id = v.member_id)""";

    private static final String OVERLAPS = "SELECT COUNT(*) FROM (" + TAKEN + ") a JOIN (" + TAKEN
            + ") b ON a.id < b.id AND a.start_at < b.end_at AND b.start_at < a.end_at AND (a.member_id = b.member_id OR a.household_id = b.household_id)";

    private static final String DURING_LEAVE = "SELECT COUNT(*) FROM (" + TAKEN
            + ") a JOIN visit_absence l ON l.member_id = a.member_id AND l.withdrawn_at IS NULL"
            + " AND a.start_at < l.end_at AND l.start_at < a.end_at";

    private static final String WITHOUT_CELLS = "SELECT COUNT(*) FROM (" + TAKEN
            + ") a WHERE NOT EXISTS (SELECT 1 FROM visit_cell c WHERE c.visit_id = a.id AND c.member_id = a.member_id"
            + " AND c.cell_no * 900 = TIMESTAMPDIFF(SECOND, '1970-01-01', a.start_at))";

    @Autowired
    Residents residents;

    @Autowired
    StaffMembers staff;

    @Autowired
    JwtEncoder tokens;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MutableClock clock;

    @Autowired
    Environment environment;

    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final List<String> faults = java.util.Collections.synchronizedList(new ArrayList<>());

    abstract String isolation();

    @Test
    void nobodysTimeIsTakenTwiceWhateverMovesAndWithoutTheKeysItIsSeen() throws Exception {
        Neighbours neighbours = new Neighbours(residents, staff, tokens, database, clock, environment);
        for (int round = 0; round < DAYS.length && (round == 0 || !missing().isEmpty()); round++) {
            race(neighbours, DAYS[round], round);
        }
        System.out.printf("movers race at %s: %s%n", isolation(), counts());
        assertThat(faults).isEmpty();
        assertThat(count(OVERLAPS)).as("overlaps").isZero();
        assertThat(count(DURING_LEAVE)).as("visits during leave").isZero();
        assertThat(count(WITHOUT_CELLS)).as("times without cells").isZero();
        assertThat(missing()).as("none of these went through").isEmpty();

        database.execute("ALTER TABLE visit_cell DROP PRIMARY KEY");
        database.execute("ALTER TABLE visit_household_cell DROP PRIMARY KEY");
        race(neighbours, 8, 0);
        int overlaps = count(OVERLAPS);
        System.out.printf("movers race at %s without the primary keys: %d overlaps%n", isolation(), overlaps);
        assertThat(overlaps).isPositive();
    }

    private List<String> missing() {
        return KINDS.stream()
                .filter(kind -> answers.keySet().stream().noneMatch(key -> key.startsWith(kind + " 20")))
                .toList();
    }

    private void race(Neighbours neighbours, int day, int round) throws Exception {
        List<Http> people = new ArrayList<>();
        for (int i = 0; i < RESIDENTS; i++) {
            people.add(neighbours.resident());
        }
        Http member = neighbours.member("19900000001");
        Http lead = neighbours.member("19900000031");
        List<Long> doors = database.queryForList(
                "SELECT household_id FROM resident WHERE household_id IS NOT NULL ORDER BY id DESC LIMIT " + RESIDENTS,
                Long.class);
        LocalDate first = WorkCalendar.dayOf(clock.instant()).plusDays(day);
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger atWork = new AtomicInteger(STAFF);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < RESIDENTS; i++) {
            Http who = people.get(i);
            Random random = new Random(1_000L * round + 100L * day + i);
            work.add(threads.submit(() -> repeat(start, atWork, () -> residentStep(who, first, random))));
        }
        for (int i = 0; i < STAFF; i++) {
            Http who = i % 2 == 0 ? member : lead;
            Random random = new Random(1_000L * round + 100L * day + 50 + i);
            work.add(threads.submit(() -> {
                repeat(start, new AtomicInteger(), () -> staffStep(who, lead, doors, first, random));
                atWork.decrementAndGet();
            }));
        }
        start.countDown();
        for (Future<?> each : work) {
            each.get();
        }
        threads.shutdown();
    }

    /** Twenty-five steps, and as many more as others are at work for: residents stay until the staff have proposed what they had to. */
    private static void repeat(CountDownLatch start, AtomicInteger others, Runnable step) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (int i = 0; i < STEPS || (others.get() > 0 && i < 20 * STEPS); i++) {
            step.run();
        }
    }

    private void residentStep(Http who, LocalDate first, Random random) {
        JsonNode visits = who.get("/api/resident/visits").json().at("/items");
        JsonNode any = visits.isEmpty() ? null : visits.get(random.nextInt(visits.size()));
        // Times proposed are rare and somebody waits for the answer: who has some looks at them first.
        for (JsonNode visit : visits) {
            any = visit.at("/status").asString("").equals("PROPOSED") ? visit : any;
        }
        String id = any == null ? "0" : any.at("/id").asString("");
        String status = any == null ? "" : any.at("/status").asString("");
        Instant time = time(first, random);
        int dice = random.nextInt(10);
        if (status.equals("PROPOSED") && dice < 7) {
            JsonNode proposals = who.get("/api/resident/visits/" + id).json().at("/proposals");
            Object start = proposals.isEmpty() ? time : proposals.get(0).asString("");
            tally("choose", who.post("/api/resident/visits/" + id + "/proposal-choice", Map.of("start", start)));
        } else if (any == null || dice < 5) {
            tally("book", Neighbours.book(who, time));
        } else if (dice < 7) {
            tally("cancel", who.post("/api/resident/visits/" + id + "/cancellation", Map.of("reason", "临时有事")));
        } else {
            tally(
                    "time",
                    who.post("/api/resident/visits/" + id + "/time-change", Map.of("start", time, "reason", "换个时间")));
        }
    }

    private void staffStep(Http who, Http lead, List<Long> doors, LocalDate first, Random random) {
        List<Long> asked = database.queryForList(
                "SELECT id FROM visit WHERE status IN ('REQUESTED', 'CONFIRMED') AND end_at > ?",
                Long.class,
                clock.instant());
        long id = asked.isEmpty() ? 0 : asked.get(random.nextInt(asked.size()));
        switch (random.nextInt(6)) {
            case 0, 1 -> tally("confirm", lead.post("/api/staff/visits/" + id + "/confirmation", null));
            case 2 ->
                tally(
                        "propose",
                        lead.post(
                                "/api/staff/visits/" + id + "/proposals",
                                Map.of("starts", proposedTimes(first, random))));
            case 3 ->
                tally(
                        "reassign",
                        lead.post(
                                "/api/staff/visits/" + id + "/reassignment",
                                Map.of("memberId", "" + idOf(random), "reason", "换人上门")));
            case 4 ->
                tally(
                        "plan",
                        who.with("Idempotency-Key", UUID.randomUUID().toString())
                                .post(
                                        "/api/staff/visits",
                                        Map.of(
                                                "reason",
                                                "CAMPAIGN",
                                                "householdId",
                                                "" + doors.get(random.nextInt(doors.size())),
                                                "start",
                                                time(first, random),
                                                "purpose",
                                                "OTHER")));
            default -> leave(who, first, random);
        }
    }

    /** Half a day away: each visit it hits moves along the deputies; then back again, mostly. */
    private void leave(Http who, LocalDate first, Random random) {
        String day = first.plusDays(random.nextInt(2)).toString();
        String half = random.nextBoolean() ? "AM" : "PM";
        Map<String, Object> body = new HashMap<>(
                Map.of("kind", "LEAVE", "from", day, "to", day, half.equals("AM") ? "toHalf" : "fromHalf", half));
        Http.Answer answer = who.post("/api/staff/leave", body);
        for (int i = 0; i < 3 && answer.at("/type").endsWith("visits-hit"); i++) {
            List<Map<String, ?>> decisions = new ArrayList<>();
            answer.json()
                    .at("/visits")
                    .forEach(visit -> decisions.add(
                            Map.of("visitId", visit.at("/id").asString(""), "decision", "MOVE", "reason", "请假半天")));
            body.put("decisions", decisions);
            answer = who.post("/api/staff/leave", body);
        }
        tally("leave", answer);
        if (answer.status() == 201 && random.nextInt(4) > 0) {
            tally("withdraw", who.post("/api/staff/leave/" + answer.at("/id") + "/withdrawal", null));
        }
    }

    private Long idOf(Random random) {
        return java.util.Objects.requireNonNull(database.queryForObject(
                "SELECT id FROM staff_member WHERE number = ?", Long.class, random.nextBoolean() ? "HL001" : "HL031"));
    }

    /** One of the fought-over hours, or else two of the day after, which only proposals fight over: or hardly one would ever be chosen. */
    private static List<Instant> proposedTimes(LocalDate first, Random random) {
        return random.nextBoolean()
                ? List.of(time(first, random))
                : List.of(time(first.plusDays(2), random), time(first.plusDays(2), random));
    }

    private static Instant time(LocalDate first, Random random) {
        return first.plusDays(random.nextInt(2))
                .atTime(LocalTime.parse(TIMES.get(random.nextInt(TIMES.size()))))
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    private void tally(String kind, Http.Answer answer) {
        answers.computeIfAbsent(kind + " " + answer.status(), key -> new AtomicInteger())
                .incrementAndGet();
        if (answer.status() >= 500) {
            faults.add(kind + " " + answer.text());
        }
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        answers.forEach((key, count) -> counts.put(key, count.get()));
        return counts;
    }

    private int count(String sql) {
        Integer found = database.queryForObject(sql, Integer.class);
        return found == null ? -1 : found;
    }
}
