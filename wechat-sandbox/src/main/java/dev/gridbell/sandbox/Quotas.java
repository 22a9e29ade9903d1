package dev.gridbell.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Calls a day (Beijing time) and a minute, per app; 45009 and 45011 when used up. */
final class Quotas {
    static final String TOKEN_DAY = "tokenPerDay";
    static final String STABLE_TOKEN_DAY = "stableTokenPerDay";
    static final String STABLE_TOKEN_MINUTE = "stableTokenPerMinute";
    static final String TEMPLATE_DAY = "templatePerDay";
    static final String SUBSCRIBE_DAY = "subscribePerDay";
    static final String CHECK_MINUTE = "textCheckPerMinute";
    static final String LOGIN_MINUTE = "loginPerMinute";

    private static final Map<String, Long> REAL = Map.of(
            TOKEN_DAY, 2_000L,
            STABLE_TOKEN_DAY, 500_000L,
            STABLE_TOKEN_MINUTE, 10_000L,
            TEMPLATE_DAY, 100_000L,
            SUBSCRIBE_DAY, 10_000_000L,
            CHECK_MINUTE, 4_000L,
            LOGIN_MINUTE, 100L);

    private final SandboxClock clock;
    private final Map<String, Long> limits = new ConcurrentHashMap<>(REAL);
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    Quotas(SandboxClock clock) {
        this.clock = clock;
    }

    private record Counter(String window, AtomicLong used) {}

    /** Sets one limit; unknown names are refused. */
    void limit(String name, long calls) {
        if (!REAL.containsKey(name)) {
            throw ControlRefusal.bad("没有叫“" + name + "”的限额，可用的有：" + String.join("、", REAL.keySet()));
        }
        limits.put(name, calls);
    }

    Map<String, Long> limits() {
        return Map.copyOf(limits);
    }

    /** Counts one call of today. */
    void spendToday(String name, String owner) {
        if (!spend(name, owner, clock.day().toString())) {
            throw new WechatRefusal(45009, "reach max api daily quota limit");
        }
    }

    /** Counts one call of this minute. */
    void spendThisMinute(String name, String owner) {
        if (!spend(name, owner, Long.toString(clock.seconds() / 60))) {
            throw new WechatRefusal(45011, "api minute-quota reach limit  mustslower  retry next minute");
        }
    }

    /** Forgets what an app used, as {@code clear_quota} does. */
    void clear(String owner) {
        counters.keySet().removeIf(key -> key.endsWith("|" + owner));
    }

    /** Back to the real limits with nothing used. */
    void reset() {
        counters.clear();
        limits.clear();
        limits.putAll(REAL);
    }

    private boolean spend(String name, String owner, String window) {
        Counter counter = counters.compute(
                name + "|" + owner,
                (key, old) -> old == null || !old.window.equals(window) ? new Counter(window, new AtomicLong()) : old);
        long limit = limits.getOrDefault(name, Long.MAX_VALUE);
        return counter.used.getAndUpdate(used -> Math.min(limit, used + 1)) < limit;
    }
}
