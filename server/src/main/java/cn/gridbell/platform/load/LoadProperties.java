package cn.gridbell.platform.load;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.load}: what one node takes on. Together the numbers of calls stay below {@code server.tomcat.threads.max} where threads are not
 * virtual, so that one is left to say no.
 *
 * @param atWork   calls worked on at once, 1 to 1000; 0 for six a processor, 6 to 32. Fewer than there are connections to the database
 * @param waiting  calls that may wait for their turn, 0 to 10000; those beyond are refused at once
 * @param patience how long one waits for its turn at most, up to 30 s; who would wait longer, as calls last now, is refused at once
 * @param bodies   calls whose body is still on its way, 1 to 10000
 * @param pushes   WeChat's pushes whose body is still on its way, 1 to 10000
 * @param uploads  uploads and forms at once, 1 to 1000; they hold their place while they arrive
 * @param slowAfter from when on the pace of whoever speaks is judged, 100 ms to 2 min
 * @param slowest  bytes a second, on average since its first byte, below which a call is cut off then; 0 cuts off nobody
 */
@ConfigurationProperties("gridbell.load")
record LoadProperties(
        @DefaultValue("0") int atWork,
        @DefaultValue("200") int waiting,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("300") int bodies,
        @DefaultValue("100") int pushes,
        @DefaultValue("24") int uploads,
        @DefaultValue("10s") Duration slowAfter,
        @DefaultValue("200") int slowest) {

    private static final int PER_PROCESSOR = 6;
    private static final int FEWEST = 6;
    private static final int MOST = 32;

    LoadProperties {
        check(atWork >= 0 && atWork <= 1_000, "at-work 0..1000");
        check(waiting >= 0 && waiting <= 10_000, "waiting 0..10000");
        check(!patience.isNegative() && patience.toSeconds() <= 30, "patience 0s..30s");
        check(bodies >= 1 && bodies <= 10_000, "bodies 1..10000");
        check(pushes >= 1 && pushes <= 10_000, "pushes 1..10000");
        check(uploads >= 1 && uploads <= 1_000, "uploads 1..1000");
        check(slowAfter.toMillis() >= 100 && slowAfter.toSeconds() <= 120, "slow-after 100ms..2m");
        check(slowest >= 0, "slowest 0 or more");
    }

    /** Calls worked on at once. */
    int places() {
        int ofThisMachine = PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return atWork > 0 ? atWork : Math.min(MOST, Math.max(FEWEST, ofThisMachine));
    }

    private static void check(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException("gridbell.load: " + what);
        }
    }
}
