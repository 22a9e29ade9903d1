package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the platform did, in order, for checkers; the oldest entries leave when it is full. Entries are kept as JSON, a third of
 * the memory of maps.
 */
final class Ledger {
    private final SandboxClock clock;
    private final int size;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    Ledger(SandboxClock clock, int size) {
        this.clock = clock;
        this.size = size;
    }

    /** The number and, as JSON without its opening brace, the rest. */
    private record Entry(long seq, byte[] rest) {
        String json() {
            return "{\"seq\":" + seq + "," + new String(rest, UTF_8);
        }
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
        synchronized (this) {
            last++;
            entries.addLast(new Entry(last, rest));
            if (entries.size() > size) {
                entries.removeFirst();
            }
        }
    }

    /**
     * A page as JSON: {@code items} after {@code since}, at most {@code limit}; {@code oldest} above {@code since + 1} says that
     * entries have left; {@code more} that another page follows.
     */
    String since(long seq, int limit, long pushesUnderWay) {
        List<Entry> items;
        long oldest;
        long newest;
        synchronized (this) {
            newest = last;
            oldest = last - entries.size() + 1;
            items = entries.stream()
                    .skip(Math.max(0, seq - oldest + 1))
                    .limit(limit)
                    .toList();
        }
        boolean more = Math.max(seq, oldest - 1) + items.size() < newest;
        String joined = String.join(",", items.stream().map(Entry::json).toList());
        return "{\"items\":[" + joined + "]," + "\"oldest\":" + oldest + ",\"last\":" + newest + ",\"more\":" + more
                + ",\"pushesUnderWay\":" + pushesUnderWay + "}";
    }

    /** Empties the ledger; {@code seq} goes on counting so that a reader never sees a number twice. */
    synchronized void clear() {
        entries.clear();
    }
}
