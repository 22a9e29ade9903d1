package cn.gridbell.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.platform.geo.GeoPoint;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An import on the real database: all or nothing, seen by every node once it is committed. */
@GridbellTest
class StreetImportsTest {

    private static final String PATH = "/api/staff/street-imports";
    private static final String OLD_NAME = "听铃第一网格";
    private static final String NEW_NAME = "听铃清风网格";

    private final StreetImports imports;
    private final CurrentGridTree current;
    private final Grids grids;
    private final People people;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    @TempDir
    Path folder = Path.of("");

    @Autowired
    StreetImportsTest(
            StreetImports imports,
            CurrentGridTree current,
            Grids grids,
            People people,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.current = current;
        this.grids = grids;
        this.people = people;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @AfterEach
    void drawTheDemoStreetAgain() throws IOException {
        assertThat(imports.importFrom(folderOf(Delivery.demo())).badRows()).isEmpty();
    }

    @Test
    void theDemoStreetStandsAfterTheFirstStart() {
        assertThat(count("SELECT COUNT(*) FROM grid")).isEqualTo(186);
        assertThat(count("SELECT COUNT(*) FROM building")).isEqualTo(255);
        assertThat(count("SELECT COUNT(*) FROM staff_member")).isEqualTo(60);
        assertThat(count("SELECT COUNT(*) FROM household")).isGreaterThanOrEqualTo(4_000);
        GridView grid = grids.gridAt(new GeoPoint(30.6417998, 104.0665336)).orElseThrow();
        assertThat(grid.code()).isEqualTo("HL-01-01");
        assertThat(grids.gridOfAddress("铃音巷1号", "1栋")).contains(grid);
        assertThat(grids.atLevel(grid.id(), GridLevel.COMMUNITY).map(GridView::name))
                .contains("听铃社区");
        assertThatThrownBy(() -> grids.require(new GridId(-1))).isInstanceOf(GridNotFound.class);
    }

    @Test
    void importsNothingWhileThereIsAStreet() {
        assertThat(imports.importFirst("classpath:db/demo")).isEmpty();
    }

    @Test
    void refusesToStartWithABadRowAndSaysWhich() throws IOException {
        String bad = folderOf(Delivery.demo().line("grids.csv", 3, line -> "x"));
        StreetImportAtStart start = new StreetImportAtStart(imports, new StreetProperties(bad));
        start.run(new DefaultApplicationArguments());
        transaction.executeWithoutResult(status -> {
            jdbc.update("DELETE FROM building");
            jdbc.update("UPDATE grid SET parent_code = NULL");
            jdbc.update("DELETE FROM grid");
            assertThatThrownBy(() -> start.run(new DefaultApplicationArguments()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("grids.csv 第3行：这一行有1格，应有5格");
            status.setRollbackOnly();
        });
        assertThat(grids.findByCode("HL-01-01")).isPresent();
    }

    @Test
    void importingAgainChangesTerritoriesByTheirCodeAndKeepsTheirIds() throws IOException {
        GridId before = gridId();
        ImportReport report = imports.importFrom(folderOf(Delivery.demo().replacing("grids.csv", OLD_NAME, NEW_NAME)));
        assertThat(report.badRows()).isEmpty();
        assertThat(report.taken()).containsEntry("grids", 186).containsEntry("buildings", 255);
        assertThat(grids.require(before).name()).isEqualTo(NEW_NAME);
        assertThat(gridId()).isEqualTo(before);
    }

    @Test
    void aBadRowInAnUpperRoomsFileKeepsEverythingOut() throws IOException {
        Delivery delivery = Delivery.wholeDemo()
                .replacing("grids.csv", OLD_NAME, NEW_NAME)
                .line("duties.csv", 5, line -> "HL004,HL-77");
        ImportReport report = imports.importFrom(folderOf(delivery));
        assertThat(report.badRows()).singleElement().satisfies(row -> {
            assertThat(row.file()).isEqualTo("duties.csv");
            assertThat(row.line()).isEqualTo(5);
            assertThat(row.column()).isEqualTo("grid_code");
        });
        assertThat(count("SELECT COUNT(*) FROM grid WHERE name = '" + NEW_NAME + "'"))
                .isZero();
        assertThat(grids.require(gridId()).name()).isEqualTo(OLD_NAME);
    }

    @Test
    void aBadUnitKeepsEverythingOut() throws IOException {
        Delivery delivery = Delivery.wholeDemo()
                .replacing("grids.csv", OLD_NAME, NEW_NAME)
                .replacing("units.csv", "和铃派出所,POLICE", "和铃派出所（新）,POLICE")
                .line("units.csv", 2, line -> "WY-01,和铃物业服务公司,LANDLORD")
                .line("unit_members.csv", 4, line -> "WY-01,HL999,false");

        ImportReport report = imports.importFrom(folderOf(delivery));

        assertThat(report.badRows())
                .extracting(row -> row.file() + " " + row.line() + " " + row.column())
                .containsExactly("units.csv 2 kind", "unit_members.csv 4 staff_number");
        assertThat(count("SELECT COUNT(*) FROM staff_unit WHERE name LIKE '%（新）'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM staff_unit_member")).isEqualTo(7);
        assertThat(grids.require(gridId()).name()).isEqualTo(OLD_NAME);
    }

    @Test
    void upperRoomsSeeTerritoriesThatAreBeingImported() throws IOException {
        Delivery delivery = Delivery.wholeDemo()
                .replacing("grids.csv", "HL,和铃街道,STREET,,\n", "HL,和铃街道,STREET,,\nHL-06,和铃新社区,COMMUNITY,,HL\n")
                .line("duties.csv", 5, line -> "HL004,HL-06");
        ImportReport report = imports.importFrom(folderOf(delivery));
        assertThat(report.badRows())
                .as("the new community is known to duties.csv, it only lacks a territory")
                .extracting(ImportReport.BadRow::file)
                .containsExactly("grids.csv");
        assertThat(grids.findByCode("HL-06")).isEmpty();
    }

    @Test
    void refusesToDropATerritoryOrToChangeItsLevel() throws IOException {
        Delivery delivery = Delivery.demo();
        String micro = "HL-01-01-01,听铃1格1号微网格（楼栋）,MICRO_GRID,BUILDING,HL-01-01\n";
        delivery.replacing("grids.csv", micro, "");
        int drawn = delivery.lineOf("territories.geojson", "HL-01-01-01");
        delivery.line("territories.geojson", drawn, line -> "");
        delivery.with("buildings.csv", delivery.text("buildings.csv").replace("HL-01-01-01", "HL-01-01"));
        assertThat(imports.importFrom(folderOf(delivery)).badRows())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("已有的HL-01-01-01不在文件里"));
    }

    @Test
    void anotherNodesRedrawingIsNoticedByItsVersion() {
        redrawnElsewhere("UPDATE grid SET name = '" + NEW_NAME + "' WHERE code = 'HL-01-01'");
        current.lookAgain();
        assertThat(grids.require(gridId()).name())
                .as("no new version, nothing is read")
                .isEqualTo(OLD_NAME);

        redrawnElsewhere("UPDATE grid_redrawing SET version = version + 1");
        current.lookAgain();
        assertThat(grids.require(gridId()).name()).isEqualTo(NEW_NAME);
    }

    @Test
    void theStreetsOfficeUploadsAZip() {
        Http office = people.staff("HL046").http();
        Http.Answer answer =
                office.upload(PATH, "file", "street.zip", Delivery.demo().zip());
        assertThat(answer.expect(200).json().at("/taken/grids").asInt()).isEqualTo(186);

        byte[] bad = Delivery.demo().line("grids.csv", 3, line -> "x").zip();
        Http.Answer refused = office.upload(PATH, "file", "street.zip", bad).expect(422);
        assertThat(refused.at("/type")).isEqualTo("urn:problem:grid:street-not-clean");
        assertThat(refused.at("/badRows/0/file")).isEqualTo("grids.csv");
        assertThat(refused.json().at("/badRows/0/line").asInt()).isEqualTo(3);
        office.upload(PATH, "file", "street.zip", new byte[] {1, 2, 3}).expect(422);
        office.upload(PATH, "other", "street.zip", bad).expect(400);
    }

    @Test
    void nobodyElseUploadsAStreet() {
        byte[] zip = Delivery.demo().zip();
        people.server().upload(PATH, "file", "street.zip", zip).expect(401);
        people.newcomer().http().upload(PATH, "file", "street.zip", zip).expect(403);
        people.staff("HL001").http().upload(PATH, "file", "street.zip", zip).expect(403);
    }

    private void redrawnElsewhere(String sql) {
        transaction.executeWithoutResult(status -> jdbc.update(sql));
    }

    private GridId gridId() {
        return grids.findByCode("HL-01-01").orElseThrow().id();
    }

    private int count(String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? -1 : count;
    }

    private String folderOf(Delivery delivery) throws IOException {
        Path here = Files.createTempDirectory(folder, "street");
        for (Map.Entry<String, byte[]> file : delivery.contents().entrySet()) {
            Files.write(here.resolve(file.getKey()), file.getValue());
        }
        return here.toString();
    }
}
