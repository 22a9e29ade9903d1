package cn.gridbell.request.likeness;

import cn.gridbell.platform.geo.GeoPoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Open requests of one category near a place, of the last 30 days: what somebody is about to report may have been reported. */
@Service
public class NearRequests {

    private static final Duration REACH = Duration.ofDays(30);
    private static final int MOST_READ = 200;
    private static final double WEIGHT_OF_WORDS = 0.7;

    private final NearMapper requests;
    private final Clock clock;

    NearRequests(NearMapper requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * One that is near.
     *
     * @param metres from the place asked about
     * @param alike  0 to 100 by its public words; null if no words were given
     */
    public record Near(
            long id,
            int metres,
            Instant submittedAt,
            @Nullable Integer alike) {}

    /**
     * The circle and the kind that are looked at.
     *
     * @param metres 10 to 1000
     */
    public record Around(GeoPoint place, int metres, String category) {}

    /**
     * The nearest first; with words those first that are alike and near.
     *
     * @param words what is about to be reported, null for none
     * @param most  how many
     */
    public List<Near> find(Around around, @Nullable String words, int most) {
        Instant since = clock.instant().minus(REACH);
        return requests
                .open(around.category(), Cells.around(around.place(), around.metres()), since, MOST_READ)
                .stream()
                .map(row -> near(row, around.place(), words))
                .filter(near -> near.metres() <= around.metres())
                .sorted(Comparator.comparingDouble(near -> -rank(near, around.metres())))
                .limit(most)
                .toList();
    }

    private static Near near(NearRow row, GeoPoint place, @Nullable String words) {
        Integer alike = words == null ? null : row.words() == null ? 0 : Likeness.of(words, row.words());
        return new Near(row.id(), (int) Math.round(row.place().metresTo(place)), row.submittedAt(), alike);
    }

    private static double rank(Near near, int metres) {
        double close = 1 - (double) near.metres() / metres;
        return near.alike() == null ? close : WEIGHT_OF_WORDS * near.alike() / 100 + (1 - WEIGHT_OF_WORDS) * close;
    }
}
