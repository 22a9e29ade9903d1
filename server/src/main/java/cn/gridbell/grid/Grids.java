package cn.gridbell.grid;

import cn.gridbell.platform.geo.GeoPoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which territory a place or an address belongs to, and what stands above it. Answers come from memory. */
@Service
public class Grids {

    /** The territory of level {@link GridLevel#GRID} at a place; each border point belongs to exactly one. Empty outside the street. */
    public Optional<GridView> gridAt(GeoPoint place) {
        throw new UnsupportedOperationException();
    }

    /** The micro-grid at a place; empty where no micro-grid was drawn. */
    public Optional<GridView> microGridAt(GeoPoint place) {
        throw new UnsupportedOperationException();
    }

    /** The grid (level {@link GridLevel#GRID}) of a building's address, for people who give no place. Empty if no building fits. */
    public Optional<GridView> gridOfAddress(String address, @Nullable String building) {
        throw new UnsupportedOperationException();
    }

    /** The grids (level {@link GridLevel#GRID}) closest to a place, nearest first. */
    public List<GridView> nearest(GeoPoint place, int most) {
        throw new UnsupportedOperationException();
    }

    /** @throws GridNotFound 404 */
    public GridView require(GridId id) {
        throw new UnsupportedOperationException();
    }

    /** From the grid itself up to the street. @throws GridNotFound 404 */
    public List<GridView> pathOf(GridId id) {
        throw new UnsupportedOperationException();
    }

    /** The grid itself or what stands above it at this level. @throws GridNotFound 404 */
    public Optional<GridView> atLevel(GridId id, GridLevel level) {
        return pathOf(id).stream().filter(grid -> grid.level() == level).findFirst();
    }

    /** By the street's own code. */
    public Optional<GridView> findByCode(String code) {
        throw new UnsupportedOperationException();
    }
}
