package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Two hundred residents want ten times, over HTTP, on the real database; and what happens to the same race without its guard. */
@GridbellTest
// A context and database of its own: it takes a primary key away.
@TestPropertySource(properties = "test.context=visit-race")
@DirtiesContext
class VisitRaceTest {

    private static final int CLIENTS = 200;
    private static final int ROUNDS = 10;

    /** Pairs of visits of one member whose times overlap, counting the walk; whatever the cells say. */
    private static final String OVERLAPS = """
            SELECT COUNT(*) FROM visit a JOIN visit b ON a.member_id = b.member_id AND a.id < b.id
                AND a.start_at < b.end_at + INTERVAL 15 MINUTE AND b.start_at < a.end_at + INTERVAL 15 MINUTE
            WHERE a.status IN ('REQUESTED', 'CONFIRMED', 'PROPOSED') AND b.status IN ('REQUESTED', 'CONFIRMED', 'PROPOSED')""";

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

    @Test
    void givesEachOpeningToExactlyOneOfManyAndToManyWithoutTheKey() throws Exception {
        Neighbours neighbours = new Neighbours(residents, staff, tokens, database, clock, environment);
        List<Http> clients =
                IntStream.range(0, CLIENTS).mapToObj(i -> neighbours.resident()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            Map<Integer, Long> answers = race(clients, round);
            assertThat(answers).isEqualTo(Map.of(201, 10L, 409, CLIENTS - 10L));
            assertThat(overlaps()).isZero();
        }
        assertThat(database.queryForObject("SELECT COUNT(*) FROM visit", Integer.class))
                .isEqualTo(10 * ROUNDS);

        database.execute("ALTER TABLE visit_cell DROP PRIMARY KEY");
        Map<Integer, Long> unguarded = race(clients, ROUNDS);
        assertThat(unguarded.get(201)).isGreaterThan(10);
        assertThat(overlaps()).isPositive();
    }

    /** Each of the clients wants one of ten times of a week nobody has booked yet, all at once. @return answers by status */
    private Map<Integer, Long> race(List<Http> clients, int week) throws Exception {
        clock.moveTo(MutableClock.TUESDAY_MORNING.plus(Duration.ofDays(7L * week)));
        LocalDate tomorrow = WorkCalendar.dayOf(clock.instant()).plusDays(1);
        List<Instant> times = new ArrayList<>();
        for (LocalDate day : List.of(tomorrow, tomorrow.plusDays(1))) {
            for (String time : List.of("09:00", "09:45", "10:30", "14:00", "14:45")) {
                times.add(day.atTime(LocalTime.parse(time))
                        .atZone(WorkCalendar.ZONE)
                        .toInstant());
            }
        }
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < clients.size(); i++) {
                Http client = clients.get(i);
                Instant wish = times.get(i % times.size());
                answers.add(threads.submit(() -> {
                    start.await();
                    return Neighbours.book(client, wish).status();
                }));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        } finally {
            threads.shutdown();
        }
    }

    private int overlaps() {
        Integer pairs = database.queryForObject(OVERLAPS, Integer.class);
        return pairs == null ? -1 : pairs;
    }
}
