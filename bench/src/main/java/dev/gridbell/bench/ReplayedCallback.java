package dev.gridbell.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** C2. One follow of the official account, pushed again and again: in the envelope it came in, and in new ones as WeChat's retries do. */
final class ReplayedCallback implements Scenario {

    private static final int AT_ONCE = 50;
    private static final int RESIDENTS = 1;

    @Override
    public String bar() {
        return "C2";
    }

    @Override
    public String title() {
        return "one callback replayed";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int times = size.number("times", 200, 1_000);
        try (Stage stage = Stage.open(Blueprint.of(2), size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, 0, 1);
            long rows = stage.messages().number("SELECT COUNT(*) FROM wechat_inbound");
            long worked = worked(stage);
            String content = Callback.click(street.resident(0).openId(), "replayed");
            Callback first = Callback.genuine(content);
            Map<Integer, Integer> statuses = new TreeMap<>();
            ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
            List<Callable<Integer>> calls = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(i -> () -> (i % 2 == 0 ? first : Callback.genuine(content))
                            .postTo(street.server(i))
                            .status())
                    .toList();
            for (Future<Integer> call : threads.invokeAll(calls)) {
                statuses.merge(call.get(), 1, Integer::sum);
            }
            threads.shutdown();
            TimeUnit.SECONDS.sleep(3);
            long stored = stage.messages().number("SELECT COUNT(*) FROM wechat_inbound") - rows;
            long effects = worked(stage) - worked;
            // 503: not stored now, WeChat tries again.
            boolean noneRefused = Set.of(200, 503).containsAll(statuses.keySet());
            return new Outcome(
                    stored == 1 && effects == 1 && noneRefused,
                    String.format(
                            "replayed %d times, %d at once, over 2 nodes: %d row, worked %d time(s), answers by status %s",
                            times, AT_ONCE, stored, effects, statuses));
        }
    }

    /** Letters worked to their end, over both nodes. */
    private static long worked(Stage stage) throws Exception {
        return stage.counter("gridbell_wechat_letters_total", "outcome=\"done\"");
    }
}
