package cn.gridbell.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A delivery comes from a folder, the class path or a zip; a hostile zip comes to nothing. */
class StreetSourcesTest {

    private final ImportReport report = new ImportReport();

    @Test
    void readsTheClassPathAndAZipAlike() {
        String demo = Delivery.demo().text("grids.csv");
        assertThat(StreetSources.open("classpath:db/demo", report).text("grids.csv"))
                .contains(demo);
        assertThat(unzip(Delivery.demo()).text("grids.csv")).contains(demo);
        assertThat(report.badRows()).isEmpty();
    }

    @Test
    void readsAZippedFolderAndPassesOverWhatSystemsAdd() {
        Delivery delivery = new Delivery()
                .with("street/grids.csv", "x")
                .with("__MACOSX/street/._grids.csv", "y")
                .with("street/.DS_Store", "z")
                .with("street/README.md", "r");
        assertThat(unzip(delivery).text("grids.csv")).contains("x");
        assertThat(report.badRows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../grids.csv", "/etc/grids.csv", "a\\..\\grids.csv", "C:grids.csv"})
    void refusesAPathThatLeadsOut(String path) {
        unzip(new Delivery().with(path, "x"));
        assertThat(report.badRows()).extracting(ImportReport.BadRow::reason).anyMatch(reason -> reason.contains("不安全"));
    }

    @Test
    void stopsReadingABombAtItsBound() {
        byte[] zeros = new byte[(int) StreetSources.MOST_BYTES / 2 + 1];
        unzip(new Delivery().with("grids.csv", zeros).with("bomb.bin", zeros));
        assertThat(report.badRows()).extracting(ImportReport.BadRow::reason).anyMatch(reason -> reason.contains("太大"));
    }

    @Test
    void refusesTooManyFilesTwoOfOneNameAndAnEmptyZip() {
        Delivery many = new Delivery();
        for (int i = 0; i < 65; i++) {
            many.with("f" + i + ".txt", "");
        }
        unzip(many);
        unzip(new Delivery().with("a/grids.csv", "x").with("b/grids.csv", "y"));
        StreetSources.unzip(new ByteArrayInputStream(new byte[] {1, 2, 3}), report);
        unzip(new Delivery().with("readme.txt", "x"));
        assertThat(report.badRows().toString()).contains("太多").contains("同名");
        assertThat(report.badRows()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void saysThatAZipHoldsNothingToImport() {
        StreetSources.unzip(new ByteArrayInputStream(new byte[] {1, 2, 3}), report);
        assertThat(report.badRows()).singleElement().satisfies(row -> assertThat(row.reason())
                .contains("没有可以导入的文件"));
    }

    @Test
    void saysThatAFolderIsNotThere() {
        StreetSources.open(Path.of("no", "such", "folder").toString(), report);
        assertThat(report.badRows()).singleElement().satisfies(row -> assertThat(row.reason())
                .contains("没有这个文件夹"));
    }

    private DeliveredFiles unzip(Delivery delivery) {
        return StreetSources.unzip(new ByteArrayInputStream(delivery.zip()), report);
    }
}
