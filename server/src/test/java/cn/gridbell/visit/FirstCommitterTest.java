package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * On a cluster of databases the first to commit wins and the other is told 1213, as if it were a deadlock's victim. Here a trigger says so, to
 * rows with a certain word: as often as a table says that is not undone with the transaction.
 */
@GridbellTest
@TestPropertySource(properties = "test.context=first-committer")
@DirtiesContext
class FirstCommitterTest {

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

    Neighbours neighbours;

    @BeforeEach
    void anotherNodeIsFaster() {
        clock.moveTo(MutableClock.TUESDAY_MORNING);
        neighbours = new Neighbours(residents, staff, tokens, database, clock, environment);
        neighbours.change("CREATE TABLE IF NOT EXISTS lost (times INT NOT NULL) ENGINE = MyISAM");
        neighbours.change("DELETE FROM lost");
        trigger("visit", "note");
        trigger("request", "description");
    }

    @Test
    void aBookingThatLostThreeTimesIsMadeOnce() {
        lose(3);
        String start = opening();
        Http resident = neighbours.resident();
        assertThat(book(resident, start, "落败").expect(201).at("/start")).isEqualTo(start);
        assertThat(count("SELECT COUNT(*) FROM visit WHERE note = '落败'")).isOne();
        assertThat(left()).isZero();
        assertThat(book(neighbours.resident(), start, "后来").status()).isEqualTo(409);
    }

    @Test
    void aBookingThatLosesAgainAndAgainIsAskedToTryLater() {
        lose(1_000);
        Http.Answer answer = book(neighbours.resident(), opening(), "落败总是");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(count("SELECT COUNT(*) FROM visit WHERE note = '落败总是'")).isZero();
    }

    @Test
    void aRequestThatLostThreeTimesIsTakenOnce() {
        lose(3);
        Http resident = neighbours.resident();
        String key = UUID.randomUUID().toString();
        String id = submit(resident, key).expect(201).at("/id");
        assertThat(left()).isZero();
        assertThat(submit(resident, key).expect(201).at("/id")).isEqualTo(id);
        assertThat(count("SELECT COUNT(*) FROM request WHERE description LIKE '落败%'"))
                .isOne();
    }

    private static Http.Answer submit(Http resident, String key) {
        return resident.with("Idempotency-Key", key)
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", "落败：楼下垃圾三天没有清运。"));
    }

    private static Http.Answer book(Http resident, String start, String note) {
        return Neighbours.book(resident, Map.of("start", start, "purpose", "SAFETY_CHECK", "note", note));
    }

    private String opening() {
        return neighbours
                .resident()
                .get("/api/resident/visit-openings")
                .expect(200)
                .at("/items/0/start");
    }

    private void lose(int times) {
        neighbours.change("INSERT INTO lost VALUES (?)", times);
    }

    private int left() {
        return count("SELECT times FROM lost");
    }

    private int count(String sql) {
        Integer number = database.queryForObject(sql, Integer.class);
        return number == null ? -1 : number;
    }

    private void trigger(String table, String column) {
        neighbours.change("DROP TRIGGER IF EXISTS lost_" + table);
        neighbours.change("""
                CREATE TRIGGER lost_%1$s BEFORE INSERT ON %1$s FOR EACH ROW
                BEGIN
                  IF NEW.%2$s LIKE '落败%%' AND (SELECT times FROM lost) > 0 THEN
                    UPDATE lost SET times = times - 1;
                    SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found when trying to get lock';
                  END IF;
                END""".formatted(table, column));
    }
}
