package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a stolen dump holds: no phone and no door in plain; and a sealed value moved to another row opens nowhere. */
@GridbellTest
class SealedAtRestTest {

    /** Not of digits alone: some moment among half a million cells would have them in its microseconds. */
    private static final String DOOR = "80273B";

    private final People people;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    SealedAtRestTest(
            @Autowired People people, @Autowired JdbcTemplate sql, @Autowired TransactionTemplate transaction) {
        this.people = people;
        this.sql = sql;
        this.transaction = transaction;
    }

    @Test
    void aDumpHoldsNoPhoneAndNoDoor() {
        People.Person resident = people.residentAt(List.of("铃音巷1号", "1号楼", "1单元", DOOR));
        people.staff("HL001");
        resident.http()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", "楼道里有垃圾。"))
                .expect(201);
        assertThat(resident.http().get("/api/resident/me").expect(200).text()).contains(DOOR);

        List<String> found = new ArrayList<>();
        int cells = 0;
        for (String table : tables()) {
            for (Map<String, Object> row : rows(table)) {
                for (Map.Entry<String, Object> cell : row.entrySet()) {
                    cells++;
                    String text = text(cell.getValue());
                    for (String secret : List.of(resident.phone(), "19900000001", DOOR)) {
                        if (text.contains(secret)) {
                            found.add(table + "." + cell.getKey());
                        }
                    }
                }
            }
        }
        System.out.printf("sealed at rest: %d cells of %d tables, %d hits%n", cells, tables().size(), found.size());
        assertThat(cells).isGreaterThan(1000);
        assertThat(found).isEmpty();
        assertThat(text("x13812345678y".getBytes(StandardCharsets.UTF_8)))
                .as("a planted one is found")
                .contains("13812345678");
    }

    @Test
    void aSealedPhoneMovedToAnotherRowIsNotShown() {
        People.Person owner = people.resident();
        People.Person thief = people.resident();
        transaction.executeWithoutResult(status -> sql.update(
                "UPDATE resident a JOIN resident b ON b.id = ? SET a.phone = b.phone WHERE a.id = ?",
                owner.residentId(),
                thief.residentId()));

        Http.Answer export = thief.http().get("/api/resident/export");
        Http.Answer me = thief.http().get("/api/resident/me");

        assertThat(export.status()).isEqualTo(500);
        assertThat(me.status()).isEqualTo(500);
        assertThat(export.text() + me.text()).doesNotContain(owner.phone(), "****");
    }

    private List<String> tables() {
        return Objects.requireNonNull(transaction.execute(status -> sql.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", String.class)));
    }

    private List<Map<String, Object>> rows(String table) {
        return Objects.requireNonNull(
                transaction.execute(status -> sql.queryForList("SELECT * FROM `" + table + "` LIMIT 20000")));
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
