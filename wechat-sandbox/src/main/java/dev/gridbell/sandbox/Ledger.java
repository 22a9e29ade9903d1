package dev.gridbell.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What the platform did, in order, for checkers; the oldest entries leave when it is full. */
final class Ledger {
    private final SandboxClock clock;
    private final int size;
    private final Deque<Map<String, Object>> entries = new ArrayDeque<>();
    private long last;

    Ledger(SandboxClock clock, int size) {
        this.clock = clock;
        this.size = size;
    }

    /** A page of the ledger; {@code oldest} above {@code since + 1} says that entries have left. */
    record Page(List<Map<String, Object>> items, long oldest, long last, boolean more) {}

    /**
     * Adds an entry with the next {@code seq} and the platform's time.
     *
     * @param pairs key, value, key, value …
     */
    synchronized void add(String kind, Object... pairs) {
        last++;
        Map<String, Object> entry =
                Json.object("seq", last, "at", clock.instant().toString(), "kind", kind);
        entry.putAll(Json.object(pairs));
        entries.addLast(entry);
        if (entries.size() > size) {
            entries.removeFirst();
        }
    }

    synchronized Page since(long seq, int limit) {
        long oldest = last - entries.size() + 1;
        long skip = Math.max(0, seq - oldest + 1);
        List<Map<String, Object>> items =
                new ArrayList<>(entries.stream().skip(skip).limit(limit).toList());
        boolean more = entries.size() - skip > items.size();
        return new Page(items, oldest, last, more);
    }

    /** Empties the ledger; {@code seq} goes on counting so that a reader never sees a number twice. */
    synchronized void clear() {
        entries.clear();
    }
}
