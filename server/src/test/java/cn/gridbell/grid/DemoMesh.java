package cn.gridbell.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ground under the demo street: a bent, irregular mesh of cells. A territory is a set of cells; because each piece of border belongs to
 * both neighbours point by point, territories made of cells meet exactly, without gaps and without overlaps.
 *
 * <p>Coordinates are whole ten-millionths of a degree (about one centimetre), so that the same seed gives the same files everywhere.
 */
final class DemoMesh {

    /** A corner of the mesh, or (as numbers of another kind) a cell. */
    record Spot(int column, int row) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(column, other.column);
        }
    }

    /** A place in ten-millionths of a degree, WGS-84. */
    record Place(long longitude, long latitude) {
        String latitudeText() {
            return degrees(latitude);
        }

        String longitudeText() {
            return degrees(longitude);
        }

        private static String degrees(long tenMillionths) {
            String digits = Long.toString(tenMillionths);
            int point = digits.length() - 7;
            return digits.substring(0, point) + "." + digits.substring(point);
        }
    }

    private static final long WEST = 1_040_650_000L;
    private static final long SOUTH = 306_410_000L;
    private static final int CELL_WIDTH = 21_000;
    private static final int CELL_HEIGHT = 18_000;

    private final int columns;
    private final int rows;
    private final Map<Spot, Place> corners = new TreeMap<>();
    private final Map<List<Spot>, List<Place>> edges = new HashMap<>();

    DemoMesh(int columns, int rows, Random random) {
        this.columns = columns;
        this.rows = rows;
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                corners.put(new Spot(column, row), corner(column, row, random));
            }
        }
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                bend(new Spot(column, row), new Spot(column + 1, row), random);
                bend(new Spot(column, row), new Spot(column, row + 1), random);
            }
        }
    }

    private static Place corner(int column, int row, Random random) {
        long river = Math.round(9_000 * StrictMath.sin(row * 0.55));
        long hill = Math.round(7_000 * StrictMath.sin(column * 0.4));
        long longitude = WEST + (long) column * CELL_WIDTH + river + jitter(random, CELL_WIDTH / 6);
        long latitude = SOUTH + (long) row * CELL_HEIGHT + hill + jitter(random, CELL_HEIGHT / 6);
        return new Place(longitude, latitude);
    }

    /** Gives the edge two more points, so that no border is a ruled line. */
    private void bend(Spot from, Spot to, Random random) {
        Place a = corners.get(from);
        Place b = corners.get(to);
        if (a == null || b == null) {
            return;
        }
        List<Place> way = new ArrayList<>();
        for (int third = 1; third <= 2; third++) {
            way.add(new Place(
                    a.longitude + (b.longitude - a.longitude) * third / 3 + jitter(random, CELL_WIDTH / 14),
                    a.latitude + (b.latitude - a.latitude) * third / 3 + jitter(random, CELL_HEIGHT / 14)));
        }
        edges.put(List.of(from, to), way);
    }

    private static int jitter(Random random, int most) {
        return random.nextInt(2 * most + 1) - most;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** The closed ring around a set of cells, counter-clockwise. */
    List<Place> ringAround(Set<Spot> cells) {
        Map<Spot, Spot> onward = new TreeMap<>();
        for (Spot cell : cells) {
            Spot southWest = cell;
            Spot southEast = new Spot(cell.column + 1, cell.row);
            Spot northEast = new Spot(cell.column + 1, cell.row + 1);
            Spot northWest = new Spot(cell.column, cell.row + 1);
            step(onward, cells, southWest, southEast, new Spot(cell.column, cell.row - 1));
            step(onward, cells, southEast, northEast, new Spot(cell.column + 1, cell.row));
            step(onward, cells, northEast, northWest, new Spot(cell.column, cell.row + 1));
            step(onward, cells, northWest, southWest, new Spot(cell.column - 1, cell.row));
        }
        List<Place> ring = new ArrayList<>();
        Spot start = onward.keySet().iterator().next();
        Spot at = start;
        do {
            Spot next = onward.remove(at);
            ring.add(place(at));
            ring.addAll(between(at, next));
            at = next;
        } while (!at.equals(start));
        if (!onward.isEmpty()) {
            throw new IllegalStateException("cells do not form one piece");
        }
        ring.add(place(start));
        return ring;
    }

    private static void step(Map<Spot, Spot> onward, Set<Spot> cells, Spot from, Spot to, Spot neighbour) {
        if (!cells.contains(neighbour) && onward.put(from, to) != null) {
            throw new IllegalStateException("cells touch in a corner only");
        }
    }

    private List<Place> between(Spot from, Spot to) {
        List<Place> way = edges.get(List.of(from, to));
        if (way != null) {
            return way;
        }
        List<Place> back = new ArrayList<>(edges.getOrDefault(List.of(to, from), List.of()));
        Collections.reverse(back);
        return back;
    }

    /** A place well inside a cell: entrance number {@code n} of it. */
    Place inside(Spot cell, int n) {
        Place a = place(cell);
        Place b = place(new Spot(cell.column + 1, cell.row));
        Place c = place(new Spot(cell.column + 1, cell.row + 1));
        Place d = place(new Spot(cell.column, cell.row + 1));
        long east = (n % 3 - 1) * (CELL_WIDTH / 8L);
        long north = (n / 3 % 3 - 1) * (CELL_HEIGHT / 8L);
        return new Place(
                (a.longitude + b.longitude + c.longitude + d.longitude) / 4 + east,
                (a.latitude + b.latitude + c.latitude + d.latitude) / 4 + north);
    }

    private Place place(Spot corner) {
        Place place = corners.get(corner);
        if (place == null) {
            throw new IllegalStateException("outside the mesh");
        }
        return place;
    }
}
