package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Reads {@code buildings.csv}: entrances, each in the territory it is said to be in. */
final class BuildingTable {

    private static final String FILE = StreetFormat.BUILDINGS;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_BUILDING = 30;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Map<String, GridTable.Line> lines;
    private final Map<String, TerritoryFile.Drawn> drawn;
    private final ImportReport report;
    private final Map<String, Integer> seen = new HashMap<>();

    BuildingTable(Map<String, GridTable.Line> lines, Map<String, TerritoryFile.Drawn> drawn, ImportReport report) {
        this.lines = lines;
        this.drawn = drawn;
        this.report = report;
    }

    /** Empty if the street brings no such file. */
    Optional<List<BuildingRow>> read(StreetFiles files) {
        return files.table(FILE).map(rows -> {
            List<BuildingRow> good = new ArrayList<>();
            for (StreetFiles.Row row : rows) {
                BuildingRow building = take(new CellReader(FILE, row, report));
                if (building != null) {
                    good.add(building);
                }
            }
            return good;
        });
    }

    private @Nullable BuildingRow take(CellReader cells) {
        String address = cells.text("address", LONGEST_ADDRESS);
        String building = cells.optionalText("building", LONGEST_BUILDING);
        String code = cells.code("grid_code");
        Double latitude = cells.degrees("latitude", 3, 54);
        Double longitude = cells.degrees("longitude", 73, 136);
        if (code != null && !standsIn(cells, code)) {
            return null;
        }
        if (address == null || building == null || code == null || latitude == null || longitude == null) {
            return null;
        }
        Integer before =
                seen.putIfAbsent(AddressWords.address(address) + '\n' + AddressWords.building(building), cells.line());
        if (before != null) {
            cells.bad("", "与第" + before + "行是同一个地址和楼栋（写法不同也算），请删去其中一行。");
            return null;
        }
        return placed(cells, new BuildingRow(address, building, code, latitude, longitude));
    }

    private boolean standsIn(CellReader cells, String code) {
        GridTable.Line territory = lines.get(code);
        if (territory == null) {
            cells.bad("grid_code", "没有这个网格编码，请与网格表核对。");
            return false;
        }
        if (territory.level() != GridLevel.GRID && territory.level() != GridLevel.MICRO_GRID) {
            cells.bad("grid_code", "应填网格或微网格的编码，这里却是" + territory.level().words() + "。");
            return false;
        }
        return true;
    }

    private @Nullable BuildingRow placed(CellReader cells, BuildingRow building) {
        TerritoryFile.Drawn territory = drawn.get(building.gridCode());
        GridTable.Line line = lines.get(building.gridCode());
        if (territory == null && line != null && line.level() == GridLevel.MICRO_GRID) {
            territory = drawn.get(line.parentCode());
        }
        if (territory == null) {
            return building; // the missing territory is reported with its grid
        }
        var point = GEOMETRIES.createPoint(new Coordinate(building.longitude(), building.latitude()));
        if (territory.area().distance(point) > TerritoryIndex.HAIRLINE_DEGREES) {
            cells.bad("latitude", "这个位置不在网格" + building.gridCode() + "的范围内，请核对坐标和网格编码（坐标应是 WGS-84）。");
            return null;
        }
        return building;
    }
}
