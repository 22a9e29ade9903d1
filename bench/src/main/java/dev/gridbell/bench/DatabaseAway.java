package dev.gridbell.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** C4. The database is away, in three ways, while callbacks come in: none is answered as taken that is not stored, and retries find their way. */
final class DatabaseAway implements Scenario {

    @Override
    public String bar() {
        return "C4";
    }

    @Override
    public String title() {
        return "database away";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int each = size.number("callbacks", 24, 200);
        try (Stage stage = Stage.open(Blueprint.of(1).wired(), size.options())) {
            Http server = new Http(stage.installation().base());
            Map<Integer, Integer> statuses = new TreeMap<>();
            int lies = 0;
            int retried = 0;
            for (Wire.Mode way : new Wire.Mode[] {Wire.Mode.REFUSE, Wire.Mode.BLACK_HOLE, Wire.Mode.RESET}) {
                stage.installation().databaseWire().mode(way);
                Latencies latencies = new Latencies();
                for (int status : Street.inParallel(each, i -> SlowDatabase.post(server, content(way, i), latencies))) {
                    statuses.merge(status, 1, Integer::sum);
                }
                System.out.printf(
                        "  %s: answers by status %s, p99 %d ms%n",
                        way, statuses, latencies.percentile(0.99).toMillis());
                for (int i = 0; i < each && statuses.containsKey(200); i++) {
                    lies += SlowDatabase.stored(stage, content(way, i)) == 0 ? 1 : 0;
                }
                stage.installation().databaseWire().mode(Wire.Mode.PASS);
                retried += retry(server, way, each);
            }
            int stored = 0;
            for (Wire.Mode way : new Wire.Mode[] {Wire.Mode.REFUSE, Wire.Mode.BLACK_HOLE, Wire.Mode.RESET}) {
                for (int i = 0; i < each; i++) {
                    stored += (int) SlowDatabase.stored(stage, content(way, i));
                }
            }
            int taken = statuses.getOrDefault(200, 0);
            return new Outcome(
                    taken == 0 && lies == 0 && stored == 3 * each && retried == 3 * each,
                    String.format(
                            "%d callbacks while the database refused, swallowed or cut connections: %d answered as taken, answers by"
                                    + " status %s; back again, %d of %d retries were taken and %d are stored",
                            3 * each, taken, statuses, retried, 3 * each, stored));
        }
    }

    private static String content(Wire.Mode way, int i) {
        return Callback.click("away", way + "-" + i).replaceAll("<CreateTime>\\d+", "<CreateTime>1700000000");
    }

    /** As WeChat tries again once the database is back; a server that needs a moment is given five seconds. */
    private static int retry(Http server, Wire.Mode way, int count) throws Exception {
        TimeUnit.SECONDS.sleep(5);
        Latencies latencies = new Latencies();
        int taken = 0;
        for (int i = 0; i < count; i++) {
            taken += SlowDatabase.post(server, content(way, i), latencies) == 200 ? 1 : 0;
        }
        return taken;
    }
}
