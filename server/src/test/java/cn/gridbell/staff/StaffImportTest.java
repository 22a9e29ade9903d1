package cn.gridbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.Grids;
import cn.gridbell.grid.ImportReport;
import cn.gridbell.grid.StreetFiles;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.wechat.WechatPersonId;
import dev.gridbell.testing.GridbellTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What is imported here is rolled back: the demo street stays as it is. */
@GridbellTest
@Transactional
class StaffImportTest {

    private static final WechatPersonId SOMEBODY = new WechatPersonId(9_000_001);

    private final StaffImport part;
    private final StaffMembers staff;
    private final Grids grids;
    private final Files files = new Files(new HashMap<>());

    @Autowired
    StaffImportTest(StaffImport part, StaffMembers staff, Grids grids) {
        this.part = part;
        this.staff = staff;
        this.grids = grids;
    }

    @Test
    void whoIsNoLongerInTheFileHasLeft() {
        staff.bind(phone(1), SOMEBODY);
        files.staff("X9", 900, "GRID_MEMBER").duty("X9", "HL-01-01");

        assertThat(load().badRows()).isEmpty();

        assertThat(staff.accountOf(SOMEBODY)).isEmpty();
        assertThat(holder()).contains("X9");
    }

    @Test
    void whoStaysKeepsTheAccountAndTheBinding() {
        StaffId before = staff.bind(phone(1), SOMEBODY).orElseThrow();
        files.staff("HL001", 1, "GRID_MEMBER|GRID_LEAD").duty("HL001", "HL-01-02");

        assertThat(load().badRows()).isEmpty();

        assertThat(staff.findByWechat(SOMEBODY)).contains(before);
        assertThat(staff.require(before).roles()).hasSize(2);
        assertThat(staff.require(before).grids())
                .containsExactly(grids.findByCode("HL-01-02").orElseThrow().id());
    }

    @Test
    void whosePhoneChangedMustBindTheNewOne() {
        StaffId before = staff.bind(phone(1), SOMEBODY).orElseThrow();
        files.staff("HL001", 901, "GRID_MEMBER");

        assertThat(load().badRows()).isEmpty();

        assertThat(staff.accountOf(SOMEBODY)).isEmpty();
        assertThat(staff.bind(phone(1), SOMEBODY)).isEmpty();
        assertThat(staff.bind(phone(901), SOMEBODY)).contains(before);
    }

    @Test
    void twoMembersMayExchangeTheirPhonesInOneImport() {
        StaffId first = staff.bind(phone(1), SOMEBODY).orElseThrow();
        files.staff("HL001", 2, "GRID_MEMBER").staff("HL002", 1, "GRID_MEMBER");

        assertThat(load().badRows()).isEmpty();

        assertThat(staff.bind(phone(2), SOMEBODY)).contains(first);
    }

    @Test
    void reportsEachBadRowWithLineAndColumn() {
        files.staff("A1", 1, "GRID_MEMBER")
                .staff("A1", 2, "GRID_MEMBER")
                .staff("A2", 1, "GRID_MEMBER")
                .staff("A3", 3, "EMPEROR")
                .duty("A1", "HL-01-01")
                .duty("A1", "HL-01-01")
                .duty("A3", "HL-01-01")
                .duty("A9", "HL-99");

        assertThat(load().badRows())
                .extracting(bad -> bad.file() + " " + bad.line() + " " + bad.column())
                .containsExactly(
                        "staff.csv 3 number",
                        "staff.csv 4 phone",
                        "staff.csv 5 roles",
                        "duties.csv 3 ",
                        "duties.csv 5 staff_number",
                        "duties.csv 5 grid_code");
    }

    @Test
    void aStreetWithoutTheFilesKeepsWhoItHas() {
        ImportReport report = new ImportReport();
        part.load(new Files(Map.of()), report);

        assertThat(report.clean()).isTrue();
        assertThat(holder()).contains("HL001");
    }

    private ImportReport load() {
        ImportReport report = new ImportReport();
        part.load(files, report);
        return report;
    }

    private Optional<String> holder() {
        return staff.holderAt(grids.findByCode("HL-01-01").orElseThrow().id(), GridLevel.GRID)
                .map(StaffView::number);
    }

    private static Phone phone(int last) {
        return Phone.parse(String.format("19900000%03d", last)).orElseThrow();
    }

    private record Files(Map<String, List<Row>> tables) implements StreetFiles {

        Files staff(String number, int phone, String roles) {
            add("staff.csv", Map.of("number", number, "name", "某人", "phone", phone(phone), "roles", roles));
            tables.computeIfAbsent("duties.csv", name -> new ArrayList<>());
            return this;
        }

        Files duty(String number, String grid) {
            add("duties.csv", Map.of("staff_number", number, "grid_code", grid));
            return this;
        }

        private void add(String name, Map<String, String> cells) {
            List<Row> rows = tables.computeIfAbsent(name, key -> new ArrayList<>());
            rows.add(new Row(rows.size() + 2, cells));
        }

        private static String phone(int last) {
            return StaffImportTest.phone(last).digits();
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
