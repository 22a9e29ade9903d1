package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** All territories and entrances at one moment, ready to be asked. Immutable. */
final class GridTree {

    private final long version;
    private final Map<GridId, GridView> byId = new HashMap<>();
    private final Map<String, GridView> byCode = new HashMap<>();
    private final Map<GridId, List<GridView>> paths = new HashMap<>();
    private final TerritoryIndex grids;
    private final TerritoryIndex microGrids;
    private final AddressBook addresses;
    private final Entrances entrances = new Entrances();

    /**
     * @param version   of the redrawing these rows come from
     * @param rows      each parent among them
     * @param buildings the grid of each among the rows
     */
    GridTree(long version, List<GridRow> rows, List<BuildingRow> buildings) {
        this.version = version;
        rows.stream().sorted(Comparator.comparing(GridRow::level)).forEach(this::add);
        Map<GridView, Polygon> areas = new LinkedHashMap<>();
        for (GridRow row : rows) {
            if (row.territory() != null) {
                areas.put(view(row.code()), polygon(row));
            }
        }
        grids = new TerritoryIndex(of(GridLevel.GRID, areas), street(areas));
        microGrids = new TerritoryIndex(of(GridLevel.MICRO_GRID, areas), null);
        addresses = new AddressBook();
        for (BuildingRow building : buildings) {
            gridAbove(view(building.gridCode())).ifPresent(grid -> {
                addresses.add(building, grid);
                entrances.add(building, grid);
            });
        }
    }

    private void add(GridRow row) {
        GridView parent = row.parentCode() == null ? null : view(row.parentCode());
        GridView grid = new GridView(
                new GridId(row.id()),
                row.code(),
                row.name(),
                row.level(),
                row.kind(),
                parent == null ? null : parent.id());
        List<GridView> path = new ArrayList<>(List.of(grid));
        if (parent != null) {
            path.addAll(paths.getOrDefault(parent.id(), List.of()));
        }
        byId.put(grid.id(), grid);
        byCode.put(grid.code(), grid);
        paths.put(grid.id(), List.copyOf(path));
    }

    private GridView view(String code) {
        GridView grid = byCode.get(code);
        if (grid == null) {
            throw new IllegalStateException("grid " + code + " is missing or stands under the wrong level");
        }
        return grid;
    }

    private static Polygon polygon(GridRow row) {
        try {
            return (Polygon) new WKTReader().read(row.territory());
        } catch (ParseException | ClassCastException notAPolygon) {
            throw new IllegalStateException("territory of grid " + row.code() + " cannot be read", notAPolygon);
        }
    }

    private static Map<GridView, Polygon> of(GridLevel level, Map<GridView, Polygon> areas) {
        Map<GridView, Polygon> some = new LinkedHashMap<>(areas);
        some.keySet().removeIf(grid -> grid.level() != level);
        return some;
    }

    private static @Nullable Polygon street(Map<GridView, Polygon> areas) {
        return of(GridLevel.STREET, areas).values().stream().findFirst().orElse(null);
    }

    private Optional<GridView> gridAbove(GridView territory) {
        return pathOf(territory.id()).stream()
                .filter(grid -> grid.level() == GridLevel.GRID)
                .findFirst();
    }

    long version() {
        return version;
    }

    int size() {
        return byId.size();
    }

    TerritoryIndex grids() {
        return grids;
    }

    TerritoryIndex microGrids() {
        return microGrids;
    }

    AddressBook addresses() {
        return addresses;
    }

    Entrances entrances() {
        return entrances;
    }

    /** Every territory of a level in or under another one, by code. */
    List<GridView> under(GridId top, GridLevel level) {
        return byId.values().stream()
                .filter(grid -> grid.level() == level)
                .filter(grid ->
                        pathOf(grid.id()).stream().anyMatch(above -> above.id().equals(top)))
                .sorted(Comparator.comparing(GridView::code))
                .toList();
    }

    Optional<GridView> find(GridId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<GridView> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** From the grid itself up to the street; empty if there is no such grid. */
    List<GridView> pathOf(GridId id) {
        return paths.getOrDefault(id, List.of());
    }
}
