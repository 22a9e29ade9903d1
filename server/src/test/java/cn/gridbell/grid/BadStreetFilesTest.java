package cn.gridbell.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of bad row is named with file, line, column and reason. Without a database: nothing here can be stored. */
class BadStreetFilesTest {

    private static final String GRIDS = "grids.csv";
    private static final String TERRITORIES = "territories.geojson";
    private static final String BUILDINGS = "buildings.csv";

    @Test
    void theDemoStreetIsClean() {
        assertThat(Delivery.demo().check().badRows()).isEmpty();
    }

    @Test
    void toleratesAByteOrderMarkBlankLinesAndWindowsLineEnds() {
        Delivery delivery = Delivery.demo();
        String grids = "\uFEFF" + delivery.text(GRIDS).replace("\n", "\r\n") + "\r\n,,,,\r\n";
        assertThat(delivery.with(GRIDS, grids).check().badRows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "HL-01,听铃社区,COMMUNITY,,HL; HL_01,听铃社区,COMMUNITY,,HL; code; 编码只能用字母",
                "HL-01,听铃社区,COMMUNITY,,HL; HL-01,,COMMUNITY,,HL; name; 不能为空",
                "HL-01,听铃社区,COMMUNITY,,HL; HL-01,听铃社区,VILLAGE,,HL; level; 只能是以下之一",
                "HL-01,听铃社区,COMMUNITY,,HL; HL-01,听铃社区,COMMUNITY,BUILDING,HL; kind; 只有微网格才填",
                "HL-01,听铃社区,COMMUNITY,,HL; HL-01,听铃社区,COMMUNITY,,XX; parent_code; 没有这个上级",
                "HL-01,听铃社区,COMMUNITY,,HL; HL-01,听铃社区,COMMUNITY,,HL-02; parent_code; 社区的上级应是街道",
                "HL-01,听铃社区,COMMUNITY,,HL; HL-01,听铃社区,COMMUNITY,HL; ~~; 这一行有4格，应有5格",
                "HL-01,听铃社区,COMMUNITY,,HL; HL-01,听铃社区,STREET,,; level; 一次只能导入一个街道",
                "HL-01,听铃社区,COMMUNITY,,HL; HL,听铃社区,COMMUNITY,,HL; code; 编码与第2行重复",
            })
    void namesTheBadCellOfATerritory(String good, String bad, String column, String reason) {
        ImportReport report =
                Delivery.demo().replacing(GRIDS, good + "\n", bad + "\n").check();
        assertThat(report.badRows()).anySatisfy(row -> {
            assertThat(row.file()).isEqualTo(GRIDS);
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.column()).isEqualTo(column);
            assertThat(row.reason()).contains(reason);
        });
    }

    @Test
    void namesAMicroGridWithoutKindANameTooLongAndAControlCharacter() {
        ImportReport report = Delivery.demo()
                .line(GRIDS, 5, line -> line.replace("BUILDING", ""))
                .line(GRIDS, 6, line -> line.replace("听铃1格2号", "长".repeat(51)))
                .line(GRIDS, 7, line -> line.replace("听铃1格3号", "听\u0000铃"))
                .check();
        assertBad(report, GRIDS, 5, "kind", "只能是以下之一：BUILDING、RESIDENT_UNIT");
        assertBad(report, GRIDS, 6, "name", "最多50个字");
        assertBad(report, GRIDS, 7, "name", "无法识别的字符");
        assertThat(report.badRows()).hasSize(3);
    }

    @Test
    void namesUnknownMissingAndDoubledColumns() {
        ImportReport report = Delivery.demo()
                .line(GRIDS, 1, header -> "code,name,level,sort,parent_code")
                .line(BUILDINGS, 1, header -> "address,address,grid_code,latitude,longitude")
                .check();
        assertBad(report, GRIDS, 1, "sort", "不认识这一列");
        assertBad(report, GRIDS, 1, "kind", "缺少这一列");
        assertThat(Delivery.demo()
                        .line(BUILDINGS, 1, header -> "address,address,grid_code,latitude,longitude")
                        .check()
                        .badRows())
                .extracting(ImportReport.BadRow::column, ImportReport.BadRow::line)
                .containsExactly(tuple("address", 1), tuple("building", 1));
    }

    @Test
    void doesNotRepeatARowThatStandsInThePlaceOfTheHeader() {
        ImportReport report = Delivery.demo()
                .line(BUILDINGS, 1, header -> "听铃路12号,3栋,HL-01-01,30.6,104.0")
                .check();
        assertThat(report.badRows().toString()).doesNotContain("听铃路12号");
        assertBad(report, BUILDINGS, 1, "address", "缺少这一列");
    }

    @Test
    void namesAFileInAnotherEncodingWithTheFirstLineThatShowsIt() {
        Delivery delivery = Delivery.demo();
        byte[] gbk = delivery.text(GRIDS).getBytes(Charset.forName("GBK"));
        assertBad(delivery.with(GRIDS, gbk).check(), GRIDS, 2, "", "不是 UTF-8 编码");
    }

    @Test
    void namesEmptyFilesMissingFilesMisspeltFilesAndBrokenQuotes() {
        assertBad(Delivery.demo().with(GRIDS, "").check(), GRIDS, 1, "", "文件是空的");
        assertBad(Delivery.demo().without(GRIDS).check(), GRIDS, 0, "", "缺少这个文件");
        assertBad(Delivery.demo().without(TERRITORIES).check(), TERRITORIES, 0, "", "缺少这个文件");
        assertBad(Delivery.demo().with("grid.csv", "a").check(), "grid.csv", 0, "", "不认识这个文件");
        assertBad(Delivery.demo().line(GRIDS, 4, line -> "\"" + line).check(), GRIDS, 4, "", "双引号不成对");
    }

    @Test
    void namesJsonThatBreaksOffOrIsNoFeatureCollection() {
        Delivery delivery = Delivery.demo();
        String whole = delivery.text(TERRITORIES);
        delivery.with(TERRITORIES, whole.substring(0, whole.length() / 2));
        assertThat(delivery.check().badRows().get(0).reason()).contains("不是完整的 JSON");
        assertBad(Delivery.demo().with(TERRITORIES, "[]").check(), TERRITORIES, 1, "", "不是 GeoJSON");
        assertBad(
                Delivery.demo().with(TERRITORIES, "{\"type\":\"x\"}").check(),
                TERRITORIES,
                1,
                "features",
                "不是 GeoJSON");
        assertBad(
                Delivery.demo()
                        .with(TERRITORIES, "[".repeat(100_000).getBytes(UTF_8))
                        .check(),
                TERRITORIES,
                1,
                "",
                "");
    }

    @Test
    void namesTerritoriesThatAreNobodysOrDrawnTwiceOrNotAtAll() {
        Delivery delivery = Delivery.demo();
        int line = delivery.lineOf(TERRITORIES, "HL-01-02");
        assertBad(
                delivery.line(TERRITORIES, line, feature -> feature.replace("HL-01-02", "HL-99"))
                        .check(),
                TERRITORIES,
                line,
                "properties.code",
                "网格表里没有这个编码");
        assertBad(delivery.check(), GRIDS, delivery.lineOf(GRIDS, "HL-01-02"), "code", "没有这个编码的可用范围");
        ImportReport twice = Delivery.demo()
                .line(TERRITORIES, line, feature -> feature.replace("HL-01-02", "HL-01-01"))
                .check();
        assertBad(twice, TERRITORIES, line, "properties.code", "重复");
    }

    @Test
    void namesRingsThatAreOpenCrossedOrSwapped() {
        Delivery demo = Delivery.demo();
        int line = demo.lineOf(TERRITORIES, "HL-01-02");
        assertBad(spoilt("HL-01-02", "[[104.1,30.6],[104.2,30.6],[104.2,30.7],[104.1,30.7]]"), line, "没有闭合");
        assertBad(
                spoilt("HL-01-02", "[[104.1,30.6],[104.2,30.7],[104.2,30.6],[104.1,30.7],[104.1,30.6]]"), line, "自己相交");
        assertBad(
                spoilt("HL-01-02", "[[30.6,104.1],[30.6,104.2],[30.7,104.2],[30.7,104.1],[30.6,104.1]]"), line, "写反了");
        assertBad(spoilt("HL-01-02", "[]"), line, "没有闭合");
        assertBad(spoilt("HL-01-02", "[[1,2],\"x\"]"), line, "坐标应是");
        ImportReport pieces = Delivery.demo()
                .line(TERRITORIES, line, feature -> feature.replace("\"Polygon\"", "\"MultiPolygon\""))
                .check();
        assertBad(pieces, line, "范围应是 Polygon");
    }

    @Test
    void namesTerritoriesOutsideTheirParentOverTheirNeighbourAndThoseThatLeaveAGap() {
        Delivery demo = Delivery.demo();
        int line = demo.lineOf(TERRITORIES, "HL-01-02");
        String first = demo.text(TERRITORIES).split("\n", -1)[demo.lineOf(TERRITORIES, "HL-01-01") - 1];
        String overlapping = first.replace("\"HL-01-01\"", "\"HL-01-02\"");
        ImportReport report =
                Delivery.demo().line(TERRITORIES, line, feature -> overlapping).check();
        assertBad(report, TERRITORIES, line, "geometry", "范围与HL-01-01重叠了约");
        assertBad(report, TERRITORIES, demo.lineOf(TERRITORIES, "HL-01"), "geometry", "没有划给任何网格");
        assertBad(report, TERRITORIES, demo.lineOf(TERRITORIES, "HL-01-02-01"), "geometry", "在上级HL-01-02之外");
        assertBad(
                spoilt("HL-01-02-01", "[[104.9,30.6],[105,30.6],[105,30.7],[104.9,30.6]]"),
                demo.lineOf(TERRITORIES, "HL-01-02-01"),
                "在上级HL-01-02之外");
    }

    @Test
    void takesOneBorderDrawnTwiceAHairApart() {
        Delivery delivery = Delivery.demo();
        int line = delivery.lineOf(TERRITORIES, "HL-01-02-01");
        ImportReport report = delivery.line(TERRITORIES, line, feature -> feature.replaceAll("\\d(?=[\\],])", "$05"))
                .check();
        assertThat(report.badRows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                ",1号楼,HL-01-01-01,30.6417998,104.0665336; address; 不能为空",
                "铃音巷1号,1号楼,HL-09,30.6417998,104.0665336; grid_code; 没有这个网格编码",
                "铃音巷1号,1号楼,HL-01,30.6417998,104.0665336; grid_code; 应填网格或微网格",
                "铃音巷1号,1号楼,HL-01-01-01,thirty,104.0665336; latitude; WGS-84",
                "铃音巷1号,1号楼,HL-01-01-01,30.6417998,NaN; longitude; WGS-84",
                "铃音巷1号,1号楼,HL-01-01-01,30.6417998,1e2; longitude; WGS-84",
                "铃音巷1号,1号楼,HL-01-02-01,30.6417998,104.0665336; latitude; 不在网格HL-01-02-01的范围内",
            })
    void namesTheBadCellOfAnEntrance(String bad, String column, String reason) {
        ImportReport report = Delivery.demo().line(BUILDINGS, 2, line -> bad).check();
        assertBad(report, BUILDINGS, 2, column, reason);
        assertThat(report.badRows()).hasSize(1);
    }

    @Test
    void namesAnEntranceThatStandsThereTwiceHoweverItIsWritten() {
        Delivery delivery = Delivery.demo();
        String twin =
                delivery.text(BUILDINGS).split("\n", -1)[1].replace("1号楼", "一幢").replace("1号,", "１號,");
        assertBad(delivery.line(BUILDINGS, 3, line -> twin).check(), BUILDINGS, 3, "", "与第2行是同一个地址");
    }

    @Test
    void listsNoMoreBadRowsThanAPersonCanMendButCountsThemAll() {
        Delivery delivery = Delivery.demo();
        delivery.with(BUILDINGS, "address,building,grid_code,latitude,longitude\n" + "x\n".repeat(1_500));
        ImportReport report = delivery.check();
        assertThat(report.badRows()).hasSize(ImportReport.MOST_BAD_ROWS);
        assertThat(report.unlisted()).isEqualTo(500);
    }

    private static ImportReport spoilt(String code, String ring) {
        Delivery delivery = Delivery.demo();
        return delivery.line(
                        TERRITORIES,
                        delivery.lineOf(TERRITORIES, code),
                        feature -> feature.replaceFirst("\\[\\[\\[.*\\]\\]\\]", "[" + ring + "]"))
                .check();
    }

    private static void assertBad(ImportReport report, int line, String reason) {
        assertThat(report.badRows()).anySatisfy(row -> {
            assertThat(row.file()).isEqualTo(TERRITORIES);
            assertThat(row.line()).isEqualTo(line);
            assertThat(row.reason()).contains(reason);
        });
    }

    private static void assertBad(ImportReport report, String file, int line, String column, String reason) {
        assertThat(report.badRows()).anySatisfy(row -> {
            assertThat(row.file()).isEqualTo(file);
            assertThat(row.line()).isEqualTo(line);
            assertThat(row.column()).isEqualTo(column);
            assertThat(row.reason()).contains(reason);
        });
    }
}
