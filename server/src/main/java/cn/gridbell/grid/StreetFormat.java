package cn.gridbell.grid;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files a street delivers, each with its columns: one agreement, stated once (see {@code sql/demo/README.md}). */
final class StreetFormat {

    static final String GRIDS = "grids.csv";
    static final String TERRITORIES = "territories.geojson";
    static final String BUILDINGS = "buildings.csv";

    private static final Map<String, List<String>> TABLES = Map.of(
            GRIDS,
            List.of("code", "name", "level", "kind", "parent_code"),
            BUILDINGS,
            List.of("address", "building", "grid_code", "latitude", "longitude"),
            "staff.csv",
            List.of("number", "name", "phone", "roles", "photo_url", "public_phone"),
            "duties.csv",
            List.of("staff_number", "grid_code"),
            "units.csv",
            List.of("code", "name", "kind"),
            "unit_members.csv",
            List.of("unit_code", "staff_number", "lead"),
            "households.csv",
            List.of("address", "building", "unit", "room", "grid_code"));

    private StreetFormat() {}

    /** The columns of a table; empty if no such table is part of a delivery. */
    static List<String> columnsOf(String table) {
        return TABLES.getOrDefault(table, List.of());
    }

    static List<String> fileNames() {
        return Stream.concat(TABLES.keySet().stream().sorted(), Stream.of(TERRITORIES))
                .toList();
    }
}
