package cn.gridbell.resident;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.ImportReport;
import cn.gridbell.grid.StreetFiles;
import dev.gridbell.testing.GridbellTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is imported here is rolled back: the demo street stays as it is. */
@GridbellTest
@Transactional
class HouseholdImportTest {

    private final HouseholdImport part;
    private final JdbcClient database;

    @Autowired
    HouseholdImportTest(HouseholdImport part, JdbcClient database) {
        this.part = part;
        this.database = database;
    }

    @Test
    void takesEachDoorOnceHoweverOftenItIsImported() {
        long before = count();
        List<StreetFiles.Row> rows = IntStream.range(0, 1_200)
                .mapToObj(at -> row(at + 2, "新村路1号", Integer.toString(1000 + at), "HL-01-01"))
                .toList();

        ImportReport report = load(rows);
        load(rows);

        assertThat(report.badRows()).isEmpty();
        assertThat(report.taken()).containsEntry("households", 1_200);
        assertThat(count()).isEqualTo(before + 1_200);
    }

    @Test
    void reportsEachBadRowWithLineAndColumn() {
        List<StreetFiles.Row> rows = new ArrayList<>();
        rows.add(row(2, "新村路1号", "101", "HL-01-01"));
        rows.add(row(3, "", "102", "HL-01-01"));
        rows.add(row(4, "新村路1号", "103", "HL-99-99"));
        rows.add(row(5, "新村路1号", "104", "HL-01"));
        rows.add(row(6, "新村路1号", "1".repeat(31), "HL-01-01"));
        rows.add(row(7, "新村路 1号", "101室", "HL-01-01"));

        ImportReport report = load(rows);

        assertThat(report.badRows())
                .extracting(bad -> bad.line() + " " + bad.column())
                .containsExactly("3 address", "4 grid_code", "5 grid_code", "6 room", "7 ");
        assertThat(report.badRows()).allSatisfy(bad -> assertThat(bad.reason()).matches(".*[\\u4e00-\\u9fff].*"));
        assertThat(report.taken()).containsEntry("households", 1);
    }

    @Test
    void aStreetWithoutTheFileKeepsWhatItHas() {
        long before = count();

        ImportReport report = new ImportReport();
        part.load(new Files(Optional.empty()), report);

        assertThat(report.clean()).isTrue();
        assertThat(count()).isEqualTo(before);
    }

    private ImportReport load(List<StreetFiles.Row> rows) {
        ImportReport report = new ImportReport();
        part.load(new Files(Optional.of(rows)), report);
        return report;
    }

    private long count() {
        return database.sql("SELECT COUNT(*) FROM household").query(Long.class).single();
    }

    private static StreetFiles.Row row(int line, String address, String room, String grid) {
        return new StreetFiles.Row(
                line, Map.of("address", address, "building", "", "unit", "", "room", room, "grid_code", grid));
    }

    private record Files(Optional<List<Row>> households) implements StreetFiles {

        @Override
        public Optional<List<Row>> table(String name) {
            return name.equals("households.csv") ? households : Optional.empty();
        }

        @Override
        public Optional<String> text(String name) {
            return Optional.empty();
        }
    }
}
