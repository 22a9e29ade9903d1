package cn.gridbell.grid;

import cn.gridbell.platform.geo.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the territory of one level at a place. Immutable, safe for many threads.
 *
 * <p>A place on a border is covered by all territories that meet there and belongs to the one whose code sorts first, so that each place
 * belongs to exactly one. The comparison with a border is exact (JTS decides orientation in extended precision): no place near a border is on
 * both sides or on neither. Files may draw one border twice, a hair's breadth apart (see {@link #HAIRLINE_DEGREES}); a place in such a crack
 * inside the whole belongs to the nearest territory, at equal distance to the one whose code sorts first.
 */
final class TerritoryIndex {

    /** How far apart two drawings of one border may lie, in degrees: about ten centimetres. */
    static final double HAIRLINE_DEGREES = 1e-6;

    private static final double METRES_A_DEGREE = 111_195.08;

    private final STRtree tree = new STRtree();
    private final List<Territory> territories;
    private final @Nullable PointOnGeometryLocator whole;

    /**
     * @param areas what to find
     * @param whole the area that the territories fill; null if they leave places to nobody
     */
    TerritoryIndex(Map<GridView, Polygon> areas, @Nullable Polygon whole) {
        territories = areas.entrySet().stream()
                .map(entry -> Territory.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Territory::code))
                .toList();
        territories.forEach(territory -> tree.insert(territory.area().getEnvelopeInternal(), territory));
        tree.build();
        this.whole = whole == null ? null : readyLocator(whole);
    }

    Optional<GridView> at(GeoPoint place) {
        Coordinate spot = spot(place);
        Territory first = null;
        for (Territory territory : around(spot, 0)) {
            if (territory.covers(spot) && (first == null || territory.code().compareTo(first.code()) < 0)) {
                first = territory;
            }
        }
        return first == null ? inACrack(spot) : Optional.of(first.grid());
    }

    private Optional<GridView> inACrack(Coordinate spot) {
        if (whole == null || whole.locate(spot) == Location.EXTERIOR) {
            return Optional.empty();
        }
        double reach = 2 * HAIRLINE_DEGREES;
        return around(spot, reach).stream()
                .filter(territory -> territory.distance(spot, 1) <= reach)
                .min(Comparator.comparingDouble((Territory territory) -> territory.distance(spot, 1))
                        .thenComparing(Territory::code))
                .map(Territory::grid);
    }

    private List<Territory> around(Coordinate spot, double reach) {
        Envelope box = new Envelope(spot);
        box.expandBy(reach);
        List<Territory> found = new ArrayList<>(4);
        tree.query(box, item -> found.add((Territory) item));
        return found;
    }

    /** Nearest first, by the distance to the border; what covers the place comes first. */
    List<GridView> nearest(GeoPoint place, int most) {
        Coordinate spot = spot(place);
        double narrowing = Math.cos(Math.toRadians(place.latitude()));
        record Near(GridView grid, double metres) {}
        return territories.stream()
                .map(territory -> new Near(
                        territory.grid(),
                        territory.covers(spot) ? 0 : territory.distance(spot, narrowing) * METRES_A_DEGREE))
                .sorted(Comparator.comparingDouble(Near::metres)
                        .thenComparing(near -> near.grid().code()))
                .limit(Math.max(0, most))
                .map(Near::grid)
                .toList();
    }

    private static Coordinate spot(GeoPoint place) {
        return new Coordinate(place.longitude(), place.latitude());
    }

    /** A locator with its index built now, not under the first resident. */
    private static PointOnGeometryLocator readyLocator(Polygon area) {
        PointOnGeometryLocator locator = new IndexedPointInAreaLocator(area);
        locator.locate(area.getCoordinate());
        return locator;
    }

    private record Territory(GridView grid, Polygon area, PointOnGeometryLocator locator) {

        static Territory of(GridView grid, Polygon area) {
            return new Territory(grid, area, readyLocator(area));
        }

        String code() {
            return grid.code();
        }

        boolean covers(Coordinate spot) {
            return locator.locate(spot) != Location.EXTERIOR;
        }

        /** To the nearest border, in degrees of latitude; a degree of longitude counts {@code narrowing} of one. */
        double distance(Coordinate spot, double narrowing) {
            double nearest = distance(area.getExteriorRing(), spot, narrowing);
            for (int hole = 0; hole < area.getNumInteriorRing(); hole++) {
                nearest = Math.min(nearest, distance(area.getInteriorRingN(hole), spot, narrowing));
            }
            return nearest;
        }

        private static double distance(LinearRing ring, Coordinate spot, double narrowing) {
            Coordinate here = new Coordinate(0, 0);
            double nearest = Double.POSITIVE_INFINITY;
            Coordinate from = from(spot, ring.getCoordinateN(0), narrowing);
            for (int i = 1; i < ring.getNumPoints(); i++) {
                Coordinate to = from(spot, ring.getCoordinateN(i), narrowing);
                nearest = Math.min(nearest, Distance.pointToSegment(here, from, to));
                from = to;
            }
            return nearest;
        }

        private static Coordinate from(Coordinate spot, Coordinate there, double narrowing) {
            return new Coordinate((there.x - spot.x) * narrowing, there.y - spot.y);
        }
    }
}
