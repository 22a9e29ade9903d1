package dev.gridbell.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * SLOW. Hundreds of connections send one byte a second, half of them of a head, half of a body, while residents go on: these must not notice, and
 * the slow ones must be cut off.
 */
final class SlowClients implements Scenario {

    private static final Duration BAR = Duration.ofSeconds(1);
    private static final double LEAST_GOOD = 0.9;
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LENGTH = 20_000;

    /** One who speaks slowly. */
    private static final class Dripper {

        private final SocketChannel channel;
        private final byte[] text;
        private int sent;

        Dripper(int port, boolean body) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String head =
                    "POST /api/resident/requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                            + LENGTH + "\r\n";
            text = (body ? "{\"description\":\"" : "X-Slow: ")
                    .concat("a".repeat(LENGTH))
                    .getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.wrap((body ? head + "\r\n" : head).getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
        }

        /** @return whether it is still listened to */
        boolean drip() throws IOException {
            try {
                int heard = channel.read(ByteBuffer.allocate(1024));
                if (heard == 0 && sent < text.length) {
                    channel.write(ByteBuffer.wrap(text, sent++, 1));
                    return true;
                }
            } catch (IOException cut) {
                // as below
            }
            channel.close();
            return false;
        }
    }

    @Override
    public String bar() {
        return "SLOW";
    }

    @Override
    public String title() {
        return "slow clients";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int slow = size.number("slow", 300, 300);
        int clients = size.number("clients", 4, 6);
        Duration usually = Duration.ofSeconds(size.full() ? 20 : 4);
        Blueprint usual = Blueprint.of(1).with("gridbell.visit.capacity", "8");
        Blueprint plan = (size.full() ? usual : usual.with("gridbell.load.slow-after", "4s"))
                .with(size.options().startingWith("server."));
        Duration cutWithin = size.full() ? Duration.ofSeconds(20) : Duration.ofSeconds(12);
        Tries tries = new Tries();
        try (Installation installation = Installation.prepare(plan).startAll();
                Callers callers = Callers.start(installation, clients, tries, PAUSE, PATIENCE)) {
            TimeUnit.NANOSECONDS.sleep(usually.toNanos());
            long from = System.nanoTime();
            Duration last = dripUntilCut(installation.nodes().get(0).port(), slow, cutWithin);
            long to = System.nanoTime();
            callers.finish();
            Tries.View before = tries.sentBetween(0, from);
            Tries.View meanwhile = tries.sentBetween(from, to);
            boolean allCut = last.compareTo(cutWithin) <= 0;
            boolean held = allCut
                    && tries.all().trouble() == 0
                    && meanwhile.count() > 0
                    // the rest are refusals for a reason of the caller's own
                    && meanwhile.good() >= meanwhile.count() * LEAST_GOOD
                    && size.inTime(meanwhile.percentile(0.95), BAR);
            if (held) {
                installation.removeFolder();
            }
            return new Outcome(
                    held,
                    String.format(
                            "%d connections at one byte a second, half in the head, half in the body: %s; meanwhile %d calls of residents,"
                                    + " %d failed, p95 %d ms (before %d ms), longest %d ms",
                            slow,
                            allCut
                                    ? "all cut off after at most " + last.toMillis() + " ms"
                                    : "not all cut off in " + cutWithin.toSeconds() + " s",
                            meanwhile.count(),
                            meanwhile.trouble(),
                            meanwhile.percentile(0.95).toMillis(),
                            before.percentile(0.95).toMillis(),
                            meanwhile.longest().toMillis()));
        }
    }

    /** @return when the last one was cut off, longer than the patience if some were not */
    private static Duration dripUntilCut(int port, int count, Duration patience)
            throws IOException, InterruptedException {
        List<Dripper> alive = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            alive.add(new Dripper(port, i % 2 == 0));
        }
        long start = System.nanoTime();
        while (!alive.isEmpty() && System.nanoTime() - start < patience.toNanos()) {
            int before = alive.size();
            for (Iterator<Dripper> each = alive.iterator(); each.hasNext(); ) {
                if (!each.next().drip()) {
                    each.remove();
                }
            }
            if (alive.size() < before) {
                System.out.printf(
                        "  %d slow connections left after %.1f s%n", alive.size(), (System.nanoTime() - start) / 1e9);
            }
            if (!alive.isEmpty()) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        boolean none = alive.isEmpty();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        for (Dripper dripper : alive) {
            dripper.channel.close();
        }
        return none ? took : patience.plusSeconds(1);
    }
}
