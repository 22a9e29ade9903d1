package cn.gridbell.visit.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds the way of a day: times agreed on are kept where any order keeps them, then the way is short, then doors behind one entrance come by
 * unit and floor. Begins with the times agreed on, puts each building where it costs least, improves by moving and turning pieces of the way, and shakes the
 * way a fixed number of times: the same day gives the same way on every node. 60 doors take well under 200 ms.
 *
 * <p>Compared with brute force and with a routing library: {@code bench/run route}; figures and decision in {@code docs/decisions}.
 */
public final class RoutePlanner {

    /** More doors than anybody walks in a day. */
    public static final int MOST_STOPS = 200;

    private static final int SHAKES = 40;
    private static final int LONGEST_PIECE = 8;
    /** So few are looked at one by one; of more, doors behind one entrance are looked at together. */
    private static final int FEW = 12;

    private static final double WORTH_IT = 1e-6;

    /** Steps of ways reckoned, after which a plan is good enough: counted, not timed, so that each node comes to the same. */
    private static final long MOST_STEPS = 10_000_000;

    private final Itinerary day;
    private long steps;
    private final SplittableRandom random = new SplittableRandom(20261127);

    private RoutePlanner(Itinerary day) {
        this.day = day;
    }

    /**
     * @param stops at most {@value #MOST_STOPS}
     * @param from  when the member sets out
     */
    public static Route plan(List<Stop> stops, Instant from) {
        if (stops.size() > MOST_STOPS) {
            throw new IllegalArgumentException("nobody walks to more than " + MOST_STOPS + " doors a day");
        }
        List<Stop> sorted = stops.stream()
                .sorted(Comparator.comparing(Stop::door).thenComparing(Stop::key))
                .toList();
        RoutePlanner planner = new RoutePlanner(Itinerary.of(sorted, from));
        return planner.day.route(planner.tidied(planner.best()));
    }

    private int[] best() {
        if (day.size() <= FEW) {
            return shakenFrom(improved(firstGuess()));
        }
        Bundles bundles = Bundles.of(day);
        RoutePlanner coarse = new RoutePlanner(bundles.day());
        coarse.steps = MOST_STEPS / 4;
        return improved(bundles.unpacked(coarse.shakenFrom(coarse.improved(coarse.firstGuess()))));
    }

    private int[] shakenFrom(int[] start) {
        int[] best = start;
        double least = cost(best);
        for (int shake = 0; shake < SHAKES && day.size() > 2 && steps < MOST_STEPS; shake++) {
            int[] tried = improved(shaken(best));
            double reckoned = cost(tried);
            if (reckoned < least - WORTH_IT) {
                best = tried;
                least = reckoned;
            }
        }
        return best;
    }

    /** Whoever has the least room for choice first; whole buildings are put in where they cost least. */
    private int[] firstGuess() {
        List<List<Integer>> pieces = new ArrayList<>();
        for (int stop = 0; stop < day.size(); stop++) {
            List<Integer> last = pieces.isEmpty() ? List.of() : pieces.get(pieces.size() - 1);
            if (!last.isEmpty() && day.interchangeable(last.get(0), stop)) {
                last.add(stop);
            } else {
                pieces.add(new ArrayList<>(List.of(stop)));
            }
        }
        pieces.sort(Comparator.comparingDouble(piece -> day.latest(piece.get(0))));
        int[] order = new int[0];
        for (List<Integer> piece : pieces) {
            order = withPiece(order, piece.stream().mapToInt(Integer::intValue).toArray());
        }
        return order;
    }

    private int[] withPiece(int[] order, int[] piece) {
        int[] best = joined(order, 0, piece);
        double least = cost(best);
        for (int at = 1; at <= order.length; at++) {
            int[] tried = joined(order, at, piece);
            double reckoned = cost(tried);
            if (reckoned < least) {
                best = tried;
                least = reckoned;
            }
        }
        return best;
    }

    private double cost(int[] order) {
        steps += order.length;
        return day.cost(order);
    }

    private static int[] joined(int[] order, int at, int[] piece) {
        int[] joined = new int[order.length + piece.length];
        System.arraycopy(order, 0, joined, 0, at);
        System.arraycopy(piece, 0, joined, at, piece.length);
        System.arraycopy(order, at, joined, at + piece.length, order.length - at);
        return joined;
    }

    private int[] improved(int[] order) {
        int[] best = order;
        double least = cost(best);
        boolean further = true;
        while (further && steps < MOST_STEPS) {
            further = false;
            for (int first = 0; first < best.length; first++) {
                for (int last = first; last < best.length; last++) {
                    int[] better = best;
                    double reckoned = least;
                    if (last > first && worthTurning(best, first, last, least)) {
                        better = turned(best, first, last);
                        reckoned = cost(better);
                    }
                    if (reckoned >= least - WORTH_IT && last - first < LONGEST_PIECE) {
                        better = moved(best, first, last, least);
                        reckoned = cost(better);
                    }
                    if (reckoned < least - WORTH_IT) {
                        best = better;
                        least = reckoned;
                        further = true;
                    }
                }
            }
        }
        return best;
    }

    /** While no time is broken only a shorter way can be better, which four legs tell. */
    private boolean worthTurning(int[] order, int first, int last, double cost) {
        return !Itinerary.breaksNothing(cost)
                || day.metres(order, first - 1, last) + day.metres(order, first, last + 1)
                        < day.metres(order, first - 1, first) + day.metres(order, last, last + 1) - WORTH_IT;
    }

    /** The piece put elsewhere, either way round; the order itself if that helps nowhere. */
    private int[] moved(int[] order, int first, int last, double least) {
        boolean late = !Itinerary.breaksNothing(least);
        double saved = day.metres(order, first - 1, first)
                + day.metres(order, last, last + 1)
                - day.metres(order, first - 1, last + 1);
        if (!late && saved <= WORTH_IT) {
            return order;
        }
        for (int at = 0; at <= order.length; at++) {
            if (at >= first && at <= last + 1) {
                continue;
            }
            double between = day.metres(order, at - 1, at);
            double ahead = day.metres(order, at - 1, first) + day.metres(order, last, at) - between;
            double round = day.metres(order, at - 1, last) + day.metres(order, first, at) - between;
            if (late || ahead < saved - WORTH_IT) {
                int[] tried = put(order, first, last, at, false);
                if (cost(tried) < least - WORTH_IT) {
                    return tried;
                }
            }
            if (last > first && (late || round < saved - WORTH_IT)) {
                int[] tried = put(order, first, last, at, true);
                if (cost(tried) < least - WORTH_IT) {
                    return tried;
                }
            }
        }
        return order;
    }

    private static int[] put(int[] order, int first, int last, int at, boolean turned) {
        int[] piece = Arrays.copyOfRange(order, first, last + 1);
        if (turned) {
            reverse(piece, 0, piece.length - 1);
        }
        int[] rest = joined(Arrays.copyOf(order, first), first, Arrays.copyOfRange(order, last + 1, order.length));
        return joined(rest, at > last ? at - piece.length : at, piece);
    }

    private static int[] turned(int[] order, int first, int last) {
        int[] turned = order.clone();
        reverse(turned, first, last);
        return turned;
    }

    private static void reverse(int[] order, int first, int last) {
        for (int left = first, right = last; left < right; left++, right--) {
            int kept = order[left];
            order[left] = order[right];
            order[right] = kept;
        }
    }

    /** Two pieces that stand side by side change places. */
    private int[] shaken(int[] order) {
        int[] cuts = IntStream.range(0, 3)
                .map(cut -> random.nextInt(order.length + 1))
                .sorted()
                .toArray();
        int[] second = Arrays.copyOfRange(order, cuts[1], cuts[2]);
        int[] first = Arrays.copyOfRange(order, cuts[0], cuts[1]);
        int[] shaken = order.clone();
        System.arraycopy(second, 0, shaken, cuts[0], second.length);
        System.arraycopy(first, 0, shaken, cuts[0] + second.length, first.length);
        return shaken;
    }

    /** Doors behind one entrance that follow each other come by unit and floor, unless that breaks a time. */
    private int[] tidied(int[] order) {
        int[] tidy = order.clone();
        for (int first = 0; first < tidy.length; first++) {
            int end = first + 1;
            while (end < tidy.length && day.oneEntrance(tidy[first], tidy[end])) {
                end++;
            }
            Arrays.sort(tidy, first, end); // the stops were numbered by their doors
            first = end - 1;
        }
        return cost(tidy) <= cost(order) + 1 ? tidy : tidiedBetweenTimes(order);
    }

    /** As above, but whoever has a time of their own stays where they are. */
    private int[] tidiedBetweenTimes(int[] order) {
        int[] tidy = order.clone();
        for (int first = 0; first < tidy.length; first++) {
            int end = first + 1;
            while (end < tidy.length && day.interchangeable(tidy[first], tidy[end])) {
                end++;
            }
            Arrays.sort(tidy, first, end);
            first = end - 1;
        }
        return cost(tidy) <= cost(order) + 1 ? tidy : order;
    }
}
