package dev.gridbell.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** C3. Whatever the server asks of the database arrives two seconds late; WeChat stops listening after five. */
final class SlowDatabase implements Scenario {

    private static final Duration BAR = Duration.ofSeconds(3);
    private static final long FIRST_ID = 24_000_000_000_000_000L;

    @Override
    public String bar() {
        return "C3";
    }

    @Override
    public String title() {
        return "slow database";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int count = size.number("callbacks", 40, 400);
        Duration delay = size.duration("delay", Duration.ofSeconds(2), Duration.ofSeconds(2));
        try (Stage stage = Stage.open(Blueprint.of(1).wired(), size.options())) {
            Http server = new Http(stage.installation().base());
            Latencies usual = new Latencies();
            for (int i = 0; i < count; i++) {
                post(server, Callback.click("usual", "usual-" + i), usual);
            }
            stage.installation().databaseWire().slow(delay);
            Latencies slow = new Latencies();
            Map<Integer, Integer> statuses = new TreeMap<>();
            List<String> taken = Collections.synchronizedList(new ArrayList<>());
            Street.inParallel(count, i -> {
                // Every fourth is of the kind that waits for an answer to the chat.
                String id = Long.toString(FIRST_ID + i);
                String content = i % 4 == 0 ? Callback.words("slow", id) : Callback.click("slow", "slow-" + i);
                int status = post(server, content, slow);
                synchronized (statuses) {
                    statuses.merge(status, 1, Integer::sum);
                }
                return status == 200 && taken.add(i % 4 == 0 ? "message:" + id : content);
            });
            stage.installation().databaseWire().mode(Wire.Mode.PASS);
            long kept = 0;
            for (String content : taken) {
                kept += stored(stage, content);
            }
            Duration p99 = slow.percentile(0.99);
            return new Outcome(
                    size.inTime(p99, BAR) && kept == taken.size() && statuses.getOrDefault(0, 0) == 0,
                    String.format(
                            "%d callbacks, 8 at once, each piece to the database %d ms late: p50 %d ms, p99 %d ms (usually %d ms), answers"
                                    + " by status %s, %d of %d taken are stored",
                            count,
                            delay.toMillis(),
                            slow.percentile(0.5).toMillis(),
                            p99.toMillis(),
                            usual.percentile(0.99).toMillis(),
                            statuses,
                            kept,
                            taken.size()));
        }
    }

    static int post(Http server, String content, Latencies latencies) throws InterruptedException {
        long start = System.nanoTime();
        int status;
        try {
            status = Callback.genuine(content).postTo(server).status();
        } catch (IOException unanswered) {
            status = 0;
        }
        latencies.add(System.nanoTime() - start, status == 200);
        return status;
    }

    /** 1 if the event with this content is in the inbound log. */
    static long stored(Stage stage, String content) throws Exception {
        return stage.messages()
                .number("SELECT COUNT(*) FROM wechat_inbound WHERE event_key = ?", Callback.eventKey(content));
    }
}
