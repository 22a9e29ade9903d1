package cn.gridbell.wechat.inbound;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/** Runs work on a pool: what concerns one person in the order it came, what concerns different people side by side. */
final class PersonalLines {

    private final Executor pool;
    private final Map<String, Deque<Runnable>> lines = new HashMap<>();

    PersonalLines(Executor pool) {
        this.pool = pool;
    }

    void add(String person, Runnable work) {
        synchronized (lines) {
            Deque<Runnable> line = lines.get(person);
            if (line != null) {
                line.add(work);
                return;
            }
            lines.put(person, new ArrayDeque<>());
        }
        pool.execute(() -> run(person, work));
    }

    private void run(String person, Runnable work) {
        try {
            work.run();
        } finally {
            Runnable next = next(person);
            if (next != null) {
                pool.execute(() -> run(person, next));
            }
        }
    }

    private @org.jspecify.annotations.Nullable Runnable next(String person) {
        synchronized (lines) {
            Deque<Runnable> line = lines.get(person);
            Runnable next = line == null ? null : line.poll();
            if (next == null) {
                lines.remove(person);
            }
            return next;
        }
    }
}
