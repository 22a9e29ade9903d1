package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the platform did, in order, for checkers. The oldest entries leave when there are too many or too much of them; a page costs
 * the same wherever it begins. Entries are kept as JSON, a third of the memory of maps.
 */
final class Ledger {
    private static final int FIRST_ROOM = 1_024;
    private static final long MOST_BYTES = 160L * 1024 * 1024;

    private static final byte[] NOTHING = {};

    private final SandboxClock clock;
    private final int size;
    private final Map<String, LongAdder> totals = new ConcurrentHashMap<>();
    /** Each entry, without its opening brace and number, at its number modulo the length. */
    private byte[][] ring;

    private long oldest = 1;
    private long last;
    private long bytes;

    Ledger(SandboxClock clock, int size) {
        this.clock = clock;
        this.size = size;
        ring = new byte[Math.min(FIRST_ROOM, size)][];
    }

    /**
     * Adds an entry with the next {@code seq} and the platform's time.
     *
     * @param pairs key, value, key, value …
     */
    void add(String kind, Object... pairs) {
        var entry = Json.object("at", clock.instant().toString(), "kind", kind);
        entry.putAll(Json.object(pairs));
        byte[] rest = Json.write(entry).substring(1).getBytes(UTF_8);
        count(kind);
        synchronized (this) {
            makeRoom();
            last++;
            ring[place(last)] = rest;
            bytes += rest.length;
        }
    }

    /** Counts something that stays counted when its entry has left. */
    void count(String what) {
        totals.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    /** How many there were of everything since the last reset. */
    Map<String, Long> totals() {
        Map<String, Long> sums = new TreeMap<>();
        totals.forEach((what, adder) -> sums.put(what, adder.sum()));
        return sums;
    }

    /**
     * A page as JSON: {@code items} after {@code since}, at most {@code limit}; {@code oldest} above {@code since + 1} says that
     * entries have left; {@code more} that another page follows.
     */
    byte[] since(long seq, int limit, long pushesUnderWay) {
        long first;
        long kept;
        long newest;
        byte[][] items;
        synchronized (this) {
            newest = last;
            first = Math.max(seq + 1, oldest);
            items = new byte[(int) Math.max(0, Math.min(newest + 1 - first, limit))][];
            for (int i = 0; i < items.length; i++) {
                items[i] = ring[place(first + i)];
            }
            kept = oldest;
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        put(page, "{\"items\":[");
        for (int i = 0; i < items.length; i++) {
            put(page, (i == 0 ? "" : ",") + "{\"seq\":" + (first + i) + ",");
            page.writeBytes(items[i]);
        }
        boolean more = first + items.length <= newest;
        put(
                page,
                "],\"oldest\":" + kept + ",\"last\":" + newest + ",\"more\":" + more + ",\"pushesUnderWay\":"
                        + pushesUnderWay + "}");
        return page.toByteArray();
    }

    /** Empties the ledger; {@code seq} goes on counting so that a reader never sees a number twice. */
    synchronized void clear() {
        Arrays.fill(ring, NOTHING);
        oldest = last + 1;
        bytes = 0;
        totals.clear();
    }

    private void makeRoom() {
        int count = (int) (last - oldest + 1);
        if (count == ring.length && count < size) {
            byte[][] old = ring;
            ring = new byte[Math.min(size, old.length * 2)][];
            for (long seq = oldest; seq <= last; seq++) {
                ring[place(seq)] = old[(int) (seq % old.length)];
            }
        } else if (count == ring.length) {
            forgetOldest();
        }
        while (bytes > MOST_BYTES && oldest <= last) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        bytes -= ring[place(oldest)].length;
        ring[place(oldest)] = NOTHING;
        oldest++;
    }

    private int place(long seq) {
        return (int) (seq % ring.length);
    }

    private static void put(ByteArrayOutputStream page, String text) {
        page.writeBytes(text.getBytes(UTF_8));
    }
}
