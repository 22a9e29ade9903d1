package cn.gridbell.grid;

import cn.gridbell.platform.geo.GeoPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the entrances of buildings are, however their names are written. */
final class Entrances {

    private final Map<String, BuildingView> byName = new HashMap<>();
    private final Map<GridId, List<BuildingView>> byGrid = new HashMap<>();

    /** Only while the tree that owns this is built. */
    void add(BuildingRow row, GridView grid) {
        BuildingView building = new BuildingView(
                row.address(), row.building(), grid.id(), new GeoPoint(row.latitude(), row.longitude()));
        byName.put(name(row.address(), row.building()), building);
        byGrid.computeIfAbsent(grid.id(), id -> new ArrayList<>()).add(building);
    }

    Optional<BuildingView> find(String address, @Nullable String building) {
        return Optional.ofNullable(byName.get(name(address, building == null ? "" : building)));
    }

    List<BuildingView> in(GridId grid) {
        return List.copyOf(byGrid.getOrDefault(grid, List.of()));
    }

    private static String name(String address, String building) {
        return AddressWords.address(address) + '\n' + AddressWords.building(building);
    }
}
