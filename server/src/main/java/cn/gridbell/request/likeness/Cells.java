package cn.gridbell.request.likeness;

import cn.gridbell.platform.geo.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The map in squares of 1/200 degree (about 500 metres), numbered as the column {@code request.near_cell} does: an index finds the few squares
 * around a place whatever else there is. {@code request.place_cell} numbers alike.
 */
public final class Cells {

    private static final int PER_DEGREE = 200;
    private static final long ROW = 100_000;
    private static final double METRES_PER_DEGREE = 111_195;

    private Cells() {}

    /**
     * The squares a circle touches; for 1,000 metres in China at most some 40.
     *
     * @param metres above 0; at most 2,000, or they are many
     */
    public static List<Long> around(GeoPoint centre, double metres) {
        double up = metres / METRES_PER_DEGREE;
        double across = up / Math.cos(Math.toRadians(centre.latitude()));
        List<Long> cells = new ArrayList<>();
        for (long y = index(centre.latitude() - up); y <= index(centre.latitude() + up); y++) {
            for (long x = index(centre.longitude() - across); x <= index(centre.longitude() + across); x++) {
                cells.add(y * ROW + x);
            }
        }
        return cells;
    }

    private static long index(double degrees) {
        return (long) Math.floor(degrees * PER_DEGREE);
    }
}
