package cn.gridbell.visit.route;

import java.util.ArrayList;
import java.util.List;

/** Up to three doors behind one entrance seen as one, so that a long day has few pieces to put in order; few enough to be parted by a time agreed on. */
record Bundles(Itinerary day, List<int[]> doors) {

    private static final int MOST = 3;

    /** @param all doors in the order of their names */
    static Bundles of(Itinerary all) {
        List<int[]> bundles = new ArrayList<>();
        int first = 0;
        while (first < all.size()) {
            int end = first + 1;
            while (end < all.size() && end - first < MOST && all.interchangeable(first, end)) {
                end++;
            }
            int[] bundle = new int[end - first];
            for (int i = first; i < end; i++) {
                bundle[i - first] = i;
            }
            bundles.add(bundle);
            first = end;
        }
        return new Bundles(all.bundled(bundles), bundles);
    }

    int[] unpacked(int[] order) {
        return java.util.Arrays.stream(order)
                .flatMap(bundle -> java.util.Arrays.stream(doors.get(bundle)))
                .toArray();
    }
}
