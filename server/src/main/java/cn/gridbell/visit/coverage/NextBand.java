package cn.gridbell.visit.coverage;

import cn.gridbell.visit.VisitResult;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a household is most likely to be at home, from its own knocks alone: where somebody opened before, then where nobody has tried yet,
 * then where the fewest have knocked in vain. Without any history the evening comes first, for most people work.
 */
final class NextBand {

    /** Somebody was there. */
    private static final Set<VisitResult> OPENED =
            EnumSet.of(VisitResult.MET, VisitResult.REFUSED, VisitResult.OTHER_TIME, VisitResult.UNSAFE);

    private NextBand() {}

    /** What is remembered of one knock. */
    record Tried(Band band, VisitResult result) {}

    /** All bands, the best first. */
    static List<Band> ranked(Collection<Tried> history) {
        Map<Band, Integer> opened = new EnumMap<>(Band.class);
        Map<Band, Integer> knocked = new EnumMap<>(Band.class);
        for (Tried tried : history) {
            knocked.merge(tried.band(), 1, Integer::sum);
            // Who asked for another time was there at a bad one.
            if (OPENED.contains(tried.result()) && tried.result() != VisitResult.OTHER_TIME) {
                opened.merge(tried.band(), 1, Integer::sum);
            }
        }
        return Stream.of(Band.values())
                .sorted(Comparator.comparingDouble(
                                (Band band) -> -chance(opened.getOrDefault(band, 0), knocked.getOrDefault(band, 0)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    static Band of(Collection<Tried> history) {
        return ranked(history).get(0);
    }

    /** Laplace's rule: one knock in vain says less than three. */
    private static double chance(int opened, int knocked) {
        return (opened + 1.0) / (knocked + 2.0);
    }
}
