package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code grids.csv}: one street, and under it each level under the one before. */
final class GridTable {

    /** One territory and the line it stands in. */
    record Line(
            int line,
            String code,
            String name,
            GridLevel level,
            @Nullable MicroGridKind kind,
            @Nullable String parentCode) {

        GridRow toRow(@Nullable String territory) {
            return new GridRow(0, code, name, level, kind, parentCode, territory);
        }
    }

    private static final int LONGEST_NAME = 50;

    private final ImportReport report;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private GridTable(ImportReport report) {
        this.report = report;
    }

    /** By code. Empty if the tree does not stand: then each reason is in the report. */
    static Map<String, Line> read(StreetFiles files, ImportReport report) {
        int badBefore = report.badRows().size();
        List<StreetFiles.Row> rows = files.table(StreetFormat.GRIDS).orElse(null);
        if (rows == null) {
            if (report.badRows().size() == badBefore
                    && files.text(StreetFormat.GRIDS).isEmpty()) {
                report.bad(StreetFormat.GRIDS, 0, "", "缺少这个文件。");
            }
            return Map.of();
        }
        GridTable table = new GridTable(report);
        rows.forEach(table::take);
        table.checkTree();
        return report.badRows().size() == badBefore ? table.lines : Map.of();
    }

    private void take(StreetFiles.Row row) {
        CellReader cells = new CellReader(StreetFormat.GRIDS, row, report);
        String code = cells.code("code");
        String name = cells.text("name", LONGEST_NAME);
        GridLevel level = cells.word("level", GridLevel.class);
        MicroGridKind kind = null;
        if (level == GridLevel.MICRO_GRID) {
            kind = cells.word("kind", MicroGridKind.class);
        } else if (!cells.isEmpty("kind")) {
            cells.bad("kind", "只有微网格才填类别，请留空。");
        }
        String parent = null;
        if (level == GridLevel.STREET) {
            if (!cells.isEmpty("parent_code")) {
                cells.bad("parent_code", "街道没有上级，请留空。");
            }
        } else {
            parent = cells.code("parent_code");
        }
        if (code == null || name == null || level == null) {
            return;
        }
        Line before = lines.putIfAbsent(code, new Line(cells.line(), code, name, level, kind, parent));
        if (before != null) {
            cells.bad("code", "编码与第" + before.line() + "行重复。");
        }
    }

    private void checkTree() {
        List<Line> streets = new ArrayList<>();
        for (Line line : lines.values()) {
            if (line.level() == GridLevel.STREET) {
                streets.add(line);
            } else if (line.parentCode() != null) {
                checkParent(line, lines.get(line.parentCode()));
            }
        }
        if (streets.isEmpty()) {
            report.bad(StreetFormat.GRIDS, 0, "level", "缺少街道这一行（level 为 STREET）。");
        }
        for (Line second : streets.subList(Math.min(1, streets.size()), streets.size())) {
            report.bad(
                    StreetFormat.GRIDS,
                    second.line(),
                    "level",
                    "一次只能导入一个街道，第" + streets.get(0).line() + "行已经有了。");
        }
    }

    private void checkParent(Line line, @Nullable Line parent) {
        if (parent == null) {
            report.bad(StreetFormat.GRIDS, line.line(), "parent_code", "没有这个上级编码。");
            return;
        }
        GridLevel above = GridLevel.values()[line.level().ordinal() - 1];
        if (parent.level() != above) {
            report.bad(
                    StreetFormat.GRIDS,
                    line.line(),
                    "parent_code",
                    line.level().words() + "的上级应是" + above.words() + "，这里却是"
                            + parent.level().words() + "。");
        }
    }
}
