package cn.gridbell.grid;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.geo.GeoPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Each place of the street belongs to exactly one grid, wherever it lies. Compared with a plain scan over all territories. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceToGridTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Random random = new Random(7);
    private final Map<String, Polygon> grids = new LinkedHashMap<>();
    private GridTree tree = new GridTree(0, List.of(), List.of());
    private Polygon street = GEOMETRIES.createPolygon();

    @BeforeAll
    void drawTheDemoStreet() {
        Delivery demo = Delivery.demo();
        tree = demo.tree();
        ImportReport report = new ImportReport();
        DeliveredFiles files = new DeliveredFiles(demo.contents(), report);
        Map<String, GridTable.Line> lines = GridTable.read(files, report);
        TerritoryFile.read(files, lines.keySet(), report).forEach((code, drawn) -> {
            GridLevel level = Objects.requireNonNull(lines.get(code)).level();
            if (level == GridLevel.GRID) {
                grids.put(code, drawn.area());
            } else if (level == GridLevel.STREET) {
                street = drawn.area();
            }
        });
        assertThat(grids).hasSize(30);
    }

    @Test
    void placesInsideBelongToTheGridAroundThemAndPlacesOutsideToNone() {
        Envelope box = street.getEnvelopeInternal();
        int inside = 0;
        for (int i = 0; i < 20_000; i++) {
            Coordinate spot = new Coordinate(
                    box.getMinX() - 0.002 + random.nextDouble() * (box.getWidth() + 0.004),
                    box.getMinY() - 0.002 + random.nextDouble() * (box.getHeight() + 0.004));
            List<String> covering = covering(spot);
            boolean inStreet = SimplePointInAreaLocator.locate(spot, street) != Location.EXTERIOR;
            assertThat(covering.isEmpty()).isEqualTo(!inStreet);
            assertThat(codeAt(spot)).isEqualTo(covering.stream().findFirst());
            inside += inStreet ? 1 : 0;
        }
        assertThat(inside).isGreaterThan(5_000);
    }

    @Test
    void aSharedVertexBelongsToTheNeighbourWhoseCodeSortsFirst() {
        Map<Coordinate, Set<String>> corners = new HashMap<>();
        grids.forEach((code, area) -> {
            for (Coordinate corner : area.getCoordinates()) {
                corners.computeIfAbsent(corner, c -> new HashSet<>()).add(code);
            }
        });
        long shared =
                corners.values().stream().filter(codes -> codes.size() > 1).count();
        assertThat(shared).isGreaterThan(200);
        corners.forEach((corner, codes) ->
                assertThat(codeAt(corner)).isEqualTo(codes.stream().sorted().findFirst()));
    }

    @Test
    void eachPlaceOnOrBesideASharedBorderBelongsToExactlyOneGrid() {
        int several = 0;
        for (Polygon area : grids.values()) {
            Coordinate[] ring = area.getExteriorRing().getCoordinates();
            for (int i = 1; i < ring.length; i++) {
                for (int step = 0; step < 20; step++) {
                    double t = step == 0 ? 0.5 : random.nextDouble();
                    Coordinate spot = new Coordinate(
                            ring[i - 1].x + (ring[i].x - ring[i - 1].x) * t,
                            ring[i - 1].y + (ring[i].y - ring[i - 1].y) * t);
                    List<String> covering = covering(spot);
                    several += covering.size() > 1 ? 1 : 0;
                    boolean inStreet = SimplePointInAreaLocator.locate(spot, street) != Location.EXTERIOR;
                    assertThat(covering.isEmpty()).isEqualTo(!inStreet);
                    assertThat(codeAt(spot)).isEqualTo(covering.stream().findFirst());
                }
            }
        }
        assertThat(several).isPositive();
    }

    @Test
    void whatIsDrawnTwiceAHairApartStillBelongsToExactlyOne() {
        double hair = TerritoryIndex.HAIRLINE_DEGREES * 0.9;
        TerritoryIndex index = new TerritoryIndex(
                Map.of(view("A-2"), box(104, 30, 104.01, 30.01), view("A-1"), box(104.01 + hair, 30, 104.02, 30.01)),
                box(104, 30, 104.02, 30.01));
        assertThat(index.at(new GeoPoint(30.005, 104.01 + hair * 0.1)).map(GridView::code))
                .contains("A-2");
        assertThat(index.at(new GeoPoint(30.005, 104.01 + hair * 0.9)).map(GridView::code))
                .contains("A-1");
        assertThat(index.at(new GeoPoint(30.01 + hair, 104.005))).isEmpty();

        TerritoryIndex overlapping = new TerritoryIndex(
                Map.of(view("A-2"), box(104, 30, 104.01, 30.01), view("A-1"), box(104.01 - hair, 30, 104.02, 30.01)),
                box(104, 30, 104.02, 30.01));
        assertThat(overlapping.at(new GeoPoint(30.005, 104.01 - hair / 2)).map(GridView::code))
                .contains("A-1");
    }

    @Test
    void aMicroGridLiesInTheGridOfItsPlace() {
        for (int i = 0; i < 2_000; i++) {
            Coordinate spot = inTheStreet();
            GridView micro = tree.microGrids().at(place(spot)).orElseThrow();
            assertThat(tree.pathOf(micro.id()))
                    .extracting(GridView::level)
                    .containsExactly(GridLevel.MICRO_GRID, GridLevel.GRID, GridLevel.COMMUNITY, GridLevel.STREET);
            if (covering(spot).size() == 1) {
                assertThat(tree.pathOf(micro.id()).get(1).code())
                        .isEqualTo(codeAt(spot).orElseThrow());
            }
        }
    }

    @Test
    void theNearestGridComesFirstAndTheGridOfThePlaceBeforeAll() {
        Coordinate inside = inTheStreet();
        assertThat(tree.grids().nearest(place(inside), 3)).hasSize(3).first().satisfies(grid -> assertThat(grid.code())
                .isEqualTo(codeAt(inside).orElseThrow()));

        Envelope box = street.getEnvelopeInternal();
        GeoPoint west = new GeoPoint(box.centre().y, box.getMinX() - 0.01);
        double nearest = grids.values().stream()
                .mapToDouble(area -> metres(area, west))
                .min()
                .orElseThrow();
        GridView first = tree.grids().nearest(west, 1).get(0);
        assertThat(metres(Objects.requireNonNull(grids.get(first.code())), west))
                .isEqualTo(nearest);
        assertThat(tree.grids().nearest(west, 0)).isEmpty();
    }

    @Test
    void nearIsMeantInMetresNotInDegrees() {
        TerritoryIndex index = new TerritoryIndex(
                Map.of(
                        view("NORTH"), box(104, 30.0195, 104.01, 30.03),
                        view("EAST"), box(104.02, 30, 104.03, 30.01)),
                null);
        assertThat(index.nearest(new GeoPoint(30.01, 104.01), 2))
                .extracting(GridView::code)
                .containsExactly("EAST", "NORTH");
    }

    @Test
    void findsAGridFasterThanAPlainScan() {
        List<Coordinate> spots = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            spots.add(inTheStreet());
        }
        long indexed = 0;
        long scanned = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            long found = spots.stream().filter(spot -> codeAt(spot).isPresent()).count();
            long middle = System.nanoTime();
            long foundByScan =
                    spots.stream().filter(spot -> !covering(spot).isEmpty()).count();
            scanned = System.nanoTime() - middle;
            indexed = middle - start;
            assertThat(found).isEqualTo(foundByScan).isEqualTo(spots.size());
        }
        System.out.printf(
                Locale.ROOT,
                "place to grid: %.1f us each, %.1f times as fast as a scan over 30 territories%n",
                indexed / 1e3 / spots.size(),
                (double) scanned / indexed);
    }

    private List<String> covering(Coordinate spot) {
        return grids.entrySet().stream()
                .filter(grid -> SimplePointInAreaLocator.locate(spot, grid.getValue()) != Location.EXTERIOR)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Coordinate inTheStreet() {
        Envelope box = street.getEnvelopeInternal();
        Coordinate spot;
        do {
            spot = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
        } while (SimplePointInAreaLocator.locate(spot, street) == Location.EXTERIOR);
        return spot;
    }

    private Optional<String> codeAt(Coordinate spot) {
        return tree.grids().at(place(spot)).map(GridView::code);
    }

    private static GeoPoint place(Coordinate spot) {
        return new GeoPoint(spot.y, spot.x);
    }

    private static double metres(Polygon area, GeoPoint from) {
        double nearest = Double.MAX_VALUE;
        Coordinate[] ring = area.getCoordinates();
        for (int i = 1; i < ring.length; i++) {
            for (int step = 0; step <= 20; step++) {
                double t = step / 20.0;
                GeoPoint there = new GeoPoint(
                        ring[i - 1].y + (ring[i].y - ring[i - 1].y) * t,
                        ring[i - 1].x + (ring[i].x - ring[i - 1].x) * t);
                nearest = Math.min(nearest, from.metresTo(there));
            }
        }
        return nearest;
    }

    private static GridView view(String code) {
        return new GridView(new GridId(code.hashCode()), code, code, GridLevel.GRID, null, null);
    }

    private static Polygon box(double west, double south, double east, double north) {
        return (Polygon) GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
    }
}
