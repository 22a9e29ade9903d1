package cn.gridbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.ImportReport;
import cn.gridbell.grid.StreetFiles;
import dev.gridbell.testing.GridbellTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** {@code units.csv} and {@code unit_members.csv}. What is imported here is rolled back: the demo street stays as it is. */
@GridbellTest
@Transactional
class UnitImportTest {

    private final UnitImport part;
    private final Units units;
    private final StaffRoster roster;
    private final Files files = new Files(new HashMap<>());

    @Autowired
    UnitImportTest(UnitImport part, Units units, StaffRoster roster) {
        this.part = part;
        this.units = units;
        this.roster = roster;
    }

    @Test
    void aGoodFileSaysWhichUnitsThereAreAndWhoBelongsToThem() {
        UnitId police = find("GA-01").id();
        files.unit("GA-01", "和铃派出所（新）", "POLICE")
                .unit("YJ-01", "应急救援站", "EMERGENCY")
                .member("GA-01", "HL054", "false")
                .member("GA-01", "HL055", "true")
                .member("YJ-01", "HL052", "true");

        ImportReport report = load();

        assertThat(report.badRows()).isEmpty();
        assertThat(report.taken()).containsEntry("units", 2).containsEntry("unitMembers", 3);
        assertThat(units.active()).extracting(UnitView::code).containsExactly("GA-01", "YJ-01");
        assertThat(find("GA-01").id()).as("a unit keeps its id").isEqualTo(police);
        assertThat(find("GA-01").name()).isEqualTo("和铃派出所（新）");
        assertThat(units.leadOf(police).map(StaffView::number)).contains("HL055");
        assertThat(units.unitOf(member("HL052")).map(UnitView::code)).contains("YJ-01");
        assertThat(units.unitOf(member("HL057"))).as("its unit left").isEmpty();
    }

    @Test
    void aUnitThatLeftIsStillNamedWhereItActed() {
        UnitId property = find("WY-01").id();
        files.unit("CG-01", "城管执法和铃中队", "ENFORCEMENT");

        assertThat(load().badRows()).isEmpty();

        assertThat(units.find(property)).map(UnitView::name).contains("和铃物业服务公司");
        assertThat(units.find(property)).map(UnitView::active).contains(false);
    }

    @Test
    void eachBadRowIsNamedWithLineAndColumn() {
        files.unit("CG-01", "城管执法和铃中队", "ENFORCEMENT")
                .unit("CG 02", "编码里有空格", "ENFORCEMENT")
                .unit("C".repeat(33), "编码太长", "ENFORCEMENT")
                .unit("CG-01", "写了两次", "ENFORCEMENT")
                .unit("CG-03", "短", "ENFORCEMENT")
                .unit("CG-04", "<b>粗体</b>", "ENFORCEMENT")
                .unit("CG-05", "没有这一类", "FIRE_BRIGADE")
                .unit("", "没有编码", "POLICE")
                .member("CG-01", "HL052", "true")
                .member("CG-99", "HL053", "true")
                .member("CG-01", "HL999", "true")
                .member("CG-01", "HL052", "false")
                .member("CG-01", "HL054", "是");

        ImportReport report = load();

        assertThat(report.clean()).isFalse();
        assertThat(report.badRows())
                .extracting(bad -> bad.file() + " " + bad.line() + " " + bad.column())
                .containsExactly(
                        "units.csv 3 code",
                        "units.csv 4 code",
                        "units.csv 5 code",
                        "units.csv 6 name",
                        "units.csv 7 name",
                        "units.csv 8 kind",
                        "units.csv 9 code",
                        "unit_members.csv 3 unit_code",
                        "unit_members.csv 4 staff_number",
                        "unit_members.csv 5 staff_number",
                        "unit_members.csv 6 lead");
        assertThat(report.badRows()).allSatisfy(bad -> assertThat(bad.reason()).endsWith("。"));
    }

    @Test
    void aStreetWithoutTheFilesKeepsItsUnits() {
        ImportReport report = new ImportReport();
        part.load(new Files(Map.of()), report);

        assertThat(report.clean()).isTrue();
        assertThat(units.active()).extracting(UnitView::code).containsExactly("CG-01", "GA-01", "WY-01");
    }

    private ImportReport load() {
        ImportReport report = new ImportReport();
        part.load(files, report);
        return report;
    }

    private UnitView find(String code) {
        return units.active().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private StaffId member(String number) {
        return new StaffId(Objects.requireNonNull(roster.ids().get(number)));
    }

    private static final class Files implements StreetFiles {

        private final Map<String, List<Row>> tables;

        Files(Map<String, List<Row>> tables) {
            this.tables = tables;
        }

        Files unit(String code, String name, String kind) {
            return add("units.csv", Map.of("code", code, "name", name, "kind", kind));
        }

        Files member(String unit, String number, String lead) {
            return add("unit_members.csv", Map.of("unit_code", unit, "staff_number", number, "lead", lead));
        }

        private Files add(String name, Map<String, String> cells) {
            List<Row> rows = tables.computeIfAbsent(name, key -> new ArrayList<>());
            rows.add(new Row(rows.size() + 2, cells));
            return this;
        }

        @Override
        public Optional<List<Row>> table(String name) {
            return Optional.ofNullable(tables.get(name));
        }

        @Override
        public Optional<String> text(String name) {
            return Optional.empty();
        }
    }
}
