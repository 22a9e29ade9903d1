package cn.gridbell.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.io.WKTWriter;

/**
 * What a delivery says about territories and entrances, checked as far as the files alone can tell.
 *
 * @param lines     the tree, by code; empty if it does not stand
 * @param rows      the same as rows, parents before children
 * @param buildings empty if the delivery leaves entrances as they are
 */
record StreetDraft(Map<String, GridTable.Line> lines, List<GridRow> rows, Optional<List<BuildingRow>> buildings) {

    static StreetDraft read(StreetFiles files, ImportReport report) {
        Map<String, GridTable.Line> lines = GridTable.read(files, report);
        if (lines.isEmpty()) {
            return new StreetDraft(lines, List.of(), Optional.empty());
        }
        Map<String, TerritoryFile.Drawn> drawn = TerritoryFile.read(files, lines.keySet(), report);
        new TerritoryChecks(lines, drawn, report).run();
        Optional<List<BuildingRow>> buildings = new BuildingTable(lines, drawn, report).read(files);
        WKTWriter wkt = new WKTWriter();
        List<GridRow> rows = lines.values().stream()
                .sorted(Comparator.comparing(GridTable.Line::level))
                .map(line -> {
                    TerritoryFile.Drawn own = drawn.get(line.code());
                    return line.toRow(own == null ? null : wkt.write(own.area()));
                })
                .toList();
        return new StreetDraft(lines, rows, buildings);
    }

    boolean treeStands() {
        return !rows.isEmpty();
    }
}
