package cn.gridbell.request;

import static cn.gridbell.request.RequestJourney.COMMUNITY;
import static cn.gridbell.request.RequestJourney.MEMBER;
import static cn.gridbell.request.RequestJourney.accept;
import static cn.gridbell.request.RequestJourney.key;
import static cn.gridbell.request.RequestJourney.staff;
import static cn.gridbell.request.RequestJourney.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** 联调: a call that comes twice is one, and who is called to the table or given a task is told. */
@GridbellTest
class CoordinationTest {

    private static final String PATH = "/api/staff/coordinations";

    private final People people;
    private final MutableClock clock;
    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    @Autowired
    CoordinationTest(People people, MutableClock clock, JdbcTemplate sql, TransactionTemplate transactions) {
        this.people = people;
        this.clock = clock;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Test
    void theSameKeyTwiceIsOneCallEachTime() {
        String id = yellow(people.resident());
        People.Person community = people.staff(COMMUNITY);
        Http opening = community.http().with("Idempotency-Key", key());

        Http.Answer opened = opening.post(PATH, table(id, true)).expect(201);

        assertThat(opening.post(PATH, table(id, true)).expect(201).text()).isEqualTo(opened.text());
        opening.post(PATH, table(id, false)).expect(422);
        assertThat(count("SELECT COUNT(*) FROM request_coordination WHERE request_id = " + id))
                .isOne();
        String at = PATH + "/" + opened.at("/id");
        twice(community, at + "/minutes", Map.of("words", "由城管现场处置"));
        Map<String, Object> task = Map.of("what", "现场劝停", "unitId", unit("CG-01"), "dueAt", inHours(8));
        twice(community, at + "/tasks", task);
        Http.Answer now = community.http().get(at).expect(200);
        assertThat(now.json().at("/minutes").size()).isOne();
        assertThat(now.json().at("/tasks").size()).isOne();
        String done = at + "/tasks/" + now.at("/tasks/0/id") + "/completion";
        twice(community, done, Map.of());
        community.http().post(done, Map.of()).expect(409);
        twice(community, at + "/closure", Map.of("outcome", "已停工"));
        community.http().post(at + "/closure", Map.of("outcome", "已停工")).expect(409);
        assertThat(sql.queryForList("SELECT answer FROM idempotency_key WHERE answer LIKE '%劝停%'"))
                .as("what is remembered of a call names nobody and nothing")
                .isEmpty();
    }

    @Test
    void whoIsCalledToTheTableIsTold() {
        People.Person resident = people.resident();
        String id = yellow(resident);

        people.staff(COMMUNITY).http().post(PATH, table(id, true)).expect(201);

        assertThat(told(id, "COORDINATION_CALLED")).containsExactlyInAnyOrder(member("HL052"), member("HL054"));
        assertThat(told(id, "COORDINATION_JOINED")).containsExactly(Long.valueOf(resident.residentId()));
    }

    @Test
    void theResidentIsToldOnlyIfCalled() {
        String id = yellow(people.resident());

        people.staff(COMMUNITY).http().post(PATH, table(id, false)).expect(201);

        assertThat(told(id, "COORDINATION_JOINED")).isEmpty();
    }

    @Test
    void eachTaskIsToldToWhoeverDoesIt() {
        String id = yellow(people.resident());
        People.Person community = people.staff(COMMUNITY);
        String at = PATH + "/"
                + community.http().post(PATH, table(id, false)).expect(201).at("/id");

        for (String code : List.of("CG-01", "GA-01", "CG-01")) {
            community
                    .http()
                    .post(at + "/tasks", Map.of("what", "到场", "unitId", unit(code), "dueAt", inHours(4)))
                    .expect(200);
        }
        community
                .http()
                .post(at + "/tasks", Map.of("what", "没有期限", "unitId", unit("CG-01"), "dueAt", inHours(-1)))
                .expect(400);

        assertThat(told(id, "COORDINATION_TASK"))
                .containsExactlyInAnyOrder(member("HL052"), member("HL052"), member("HL054"));
    }

    @Test
    void aUnitWithoutALeadIsToldAsAWhole() {
        String id = yellow(people.resident());
        leads("CG-01", false);
        try {
            people.staff(COMMUNITY).http().post(PATH, table(id, false)).expect(201);
        } finally {
            leads("CG-01", true);
        }

        assertThat(told(id, "COORDINATION_CALLED"))
                .containsExactlyInAnyOrder(member("HL052"), member("HL053"), member("HL054"));
    }

    private void twice(People.Person who, String path, Map<String, Object> body) {
        Http keyed = who.http().with("Idempotency-Key", key());
        String first = keyed.post(path, body).expect(200).text();
        assertThat(keyed.post(path, body).expect(200).text()).isEqualTo(first);
    }

    private String yellow(People.Person resident) {
        String id = submitted(resident);
        staff(people.staff(MEMBER), id, "escalation", Map.of("reason", "需要城管和派出所配合"))
                .expect(200);
        accept(people.staff(COMMUNITY), id).expect(200);
        return id;
    }

    private Map<String, Object> table(String id, boolean withResident) {
        return Map.of(
                "requestId",
                id,
                "purpose",
                "夜间施工噪声联合整治",
                "unitIds",
                List.of(unit("CG-01"), unit("GA-01")),
                "withResident",
                withResident);
    }

    private String inHours(int hours) {
        return clock.instant().plus(Duration.ofHours(hours)).toString();
    }

    private void leads(String code, boolean lead) {
        transactions.executeWithoutResult(done -> sql.update(
                "UPDATE staff_unit_member SET unit_lead = ? WHERE staff_id = ? AND unit_id = ?",
                lead,
                member("HL052"),
                unit(code)));
    }

    private List<Long> told(String id, String scene) {
        return sql.queryForList(
                "SELECT person_id FROM message WHERE subject_kind = 'REQUEST' AND subject_id = ? AND scene = ?",
                Long.class,
                id,
                scene);
    }

    private String unit(String code) {
        return String.valueOf(sql.queryForObject("SELECT id FROM staff_unit WHERE code = ?", Long.class, code));
    }

    private Long member(String number) {
        return Objects.requireNonNull(
                sql.queryForObject("SELECT id FROM staff_member WHERE number = ?", Long.class, number));
    }

    private int count(String statement) {
        Integer count = sql.queryForObject(statement, Integer.class);
        return count == null ? 0 : count;
    }
}
