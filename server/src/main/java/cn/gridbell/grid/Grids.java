package cn.gridbell.grid;

import cn.gridbell.platform.geo.GeoPoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Which territory a place or an address belongs to, and what stands above it. Answers come from memory: asking costs microseconds and no
 * statement.
 */
@Service
public class Grids {

    private final CurrentGridTree current;

    Grids(CurrentGridTree current) {
        this.current = current;
    }

    /**
     * The territory of level {@link GridLevel#GRID} at a place. Each place inside the street belongs to exactly one: on a border to the one
     * whose code sorts first. Empty outside the street.
     */
    public Optional<GridView> gridAt(GeoPoint place) {
        return current.get().grids().at(place);
    }

    /** The micro-grid at a place, on a border the one whose code sorts first; empty where no micro-grid was drawn. */
    public Optional<GridView> microGridAt(GeoPoint place) {
        return current.get().microGrids().at(place);
    }

    /**
     * The grid (level {@link GridLevel#GRID}) of a building's address, for people who give no place. Empty if no building fits, or if those
     * that fit lie in more than one grid.
     */
    public Optional<GridView> gridOfAddress(String address, @Nullable String building) {
        return current.get().addresses().gridOf(address, building);
    }

    /** The grids (level {@link GridLevel#GRID}) closest to a place, nearest first. */
    public List<GridView> nearest(GeoPoint place, int most) {
        return current.get().grids().nearest(place, most);
    }

    public Optional<GridView> find(GridId id) {
        return current.get().find(id);
    }

    /** @throws GridNotFound 404 */
    public GridView require(GridId id) {
        return current.get().find(id).orElseThrow(GridNotFound::new);
    }

    /** From the grid itself up to the street. @throws GridNotFound 404 */
    public List<GridView> pathOf(GridId id) {
        List<GridView> path = current.get().pathOf(id);
        if (path.isEmpty()) {
            throw new GridNotFound();
        }
        return path;
    }

    /** The grid itself or what stands above it at this level. @throws GridNotFound 404 */
    public Optional<GridView> atLevel(GridId id, GridLevel level) {
        return pathOf(id).stream().filter(grid -> grid.level() == level).findFirst();
    }

    /** By the street's own code. */
    public Optional<GridView> findByCode(String code) {
        return current.get().findByCode(code);
    }

    /** The grids (level {@link GridLevel#GRID}) of a territory, itself among them if it is one, by code. */
    public List<GridView> gridsUnder(GridId territory) {
        return current.get().under(territory, GridLevel.GRID);
    }

    /** The building with this name, however it is written; empty if the street's list has none. */
    public Optional<BuildingView> building(String address, @Nullable String building) {
        return current.get().entrances().find(address, building);
    }

    /** The buildings of a grid (level {@link GridLevel#GRID}), as delivered. */
    public List<BuildingView> buildingsIn(GridId grid) {
        return current.get().entrances().in(grid);
    }
}
