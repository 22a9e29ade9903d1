package dev.gridbell.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls a day (Beijing time), a minute and in all, per app; 45009, 45011 and 45029 when used up. Also the few numbers that
 * change how the whole platform behaves.
 */
final class Quotas {
    static final String TOKEN_DAY = "tokenPerDay";
    static final String STABLE_TOKEN_DAY = "stableTokenPerDay";
    static final String STABLE_TOKEN_MINUTE = "stableTokenPerMinute";
    static final String TEMPLATE_DAY = "templatePerDay";
    static final String SUBSCRIBE_DAY = "subscribePerDay";
    static final String CHECK_MINUTE = "textCheckPerMinute";
    static final String LOGIN_MINUTE = "loginPerMinute";
    static final String LINK_DAY = "urlLinkPerDay";
    static final String CODES = "codesInAll";

    /** 1: the caller's address is not in the IP white list (40164). */
    static final String IP_NOT_LISTED = "ipNotListed";
    /** 1: the AppSecret is frozen (40243). */
    static final String SECRET_FROZEN = "secretFrozen";
    /** How long every answer of the API takes, in milliseconds. */
    static final String ANSWER_MILLIS = "answerMillis";
    /** How long a push may take to be answered, in milliseconds. */
    static final String PUSH_PATIENCE_MILLIS = "pushPatienceMillis";
    /** How long the platform waits before it tries a push again, in milliseconds. */
    static final String PUSH_PAUSE_MILLIS = "pushPauseMillis";

    private static final Map<String, Long> USUAL = Map.ofEntries(
            Map.entry(TOKEN_DAY, 2_000L),
            Map.entry(STABLE_TOKEN_DAY, 500_000L),
            Map.entry(STABLE_TOKEN_MINUTE, 10_000L),
            Map.entry(TEMPLATE_DAY, 100_000L),
            Map.entry(SUBSCRIBE_DAY, 10_000_000L),
            Map.entry(CHECK_MINUTE, 4_000L),
            Map.entry(LOGIN_MINUTE, 100L),
            Map.entry(LINK_DAY, 500_000L),
            Map.entry(CODES, 100_000L),
            Map.entry(IP_NOT_LISTED, 0L),
            Map.entry(SECRET_FROZEN, 0L),
            Map.entry(ANSWER_MILLIS, 0L),
            Map.entry(PUSH_PATIENCE_MILLIS, 5_000L),
            Map.entry(PUSH_PAUSE_MILLIS, 300L));

    private final SandboxClock clock;
    private final Map<String, Long> limits = new ConcurrentHashMap<>(USUAL);
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    Quotas(SandboxClock clock) {
        this.clock = clock;
    }

    private record Counter(String window, AtomicLong used) {}

    /** Sets one limit; unknown names are refused. */
    void limit(String name, long number) {
        if (!USUAL.containsKey(name)) {
            throw ControlRefusal.bad("没有叫“" + name + "”的限额，可用的有：" + String.join("、", USUAL.keySet()));
        }
        limits.put(name, number);
    }

    Map<String, Long> limits() {
        return Map.copyOf(limits);
    }

    long limit(String name) {
        return limits.getOrDefault(name, Long.MAX_VALUE);
    }

    boolean isOn(String name) {
        return limit(name) > 0;
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

    /** Counts one of those that can be had once and for all. */
    void spendForGood(String name, String owner) {
        if (!spend(name, owner, "")) {
            throw new WechatRefusal(45029, "qrcode count out of limit");
        }
    }

    /** How many calls of today an app has made. */
    long usedToday(String name, String owner) {
        Counter counter = counters.get(name + "|" + owner);
        return counter == null || !counter.window.equals(clock.day().toString()) ? 0 : counter.used.get();
    }

    /** Forgets what an app used, as {@code clear_quota} does. */
    void clear(String owner) {
        counters.entrySet()
                .removeIf(counter -> counter.getKey().endsWith("|" + owner)
                        && !counter.getValue().window.isEmpty());
    }

    /** Back to the usual limits with nothing used. */
    void reset() {
        counters.clear();
        limits.clear();
        limits.putAll(USUAL);
    }

    private boolean spend(String name, String owner, String window) {
        Counter counter = counters.compute(
                name + "|" + owner,
                (key, old) -> old == null || !old.window.equals(window) ? new Counter(window, new AtomicLong()) : old);
        long limit = limit(name);
        return counter.used.getAndUpdate(used -> Math.min(limit, used + 1)) < limit;
    }
}
