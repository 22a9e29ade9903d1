package cn.gridbell.message.channel;

import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.WechatApp;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which ways to WeChat are open, and who may go now. A way is shut when WeChat does not answer on it or the quota of the day is used up. No app
 * gets more than its number of calls at once, so that one that hangs does not hold up the other.
 */
@Component
public class Channels {

    private static final Duration NOTED_EVERY = Duration.ofSeconds(5);
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(1);

    private final DayQuota quota;
    private final ChannelProperties settings;
    private final Clock clock;
    private final Map<Channel, Way> ways = new EnumMap<>(Channel.class);
    private final Map<WechatApp, Breaker> breakers = new EnumMap<>(WechatApp.class);
    private final Map<WechatApp, Semaphore> places = new EnumMap<>(WechatApp.class);

    Channels(DayQuota quota, ChannelProperties settings, MeterRegistry meters, Clock clock) {
        this.quota = quota;
        this.settings = settings;
        this.clock = clock;
        for (WechatApp app : WechatApp.values()) {
            places.put(app, new Semaphore(settings.parallelism()));
            breakers.put(app, new Breaker(settings.breaker()));
        }
        for (Channel channel : Channel.values()) {
            ways.put(channel, new Way(channel, breakerOf(channel.app())));
            Gauge.builder("gridbell.message.channel.open", this, all -> all.shutUntil(channel, true) == null ? 1 : 0)
                    .description(
                            "0 while this node leaves a channel alone: WeChat does not answer, or the day's quota is gone")
                    .tag("channel", channel.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    /** Whether a message may go. */
    public enum Entry {
        IN,
        /** All places of the app are taken. */
        FULL,
        /** The way was shut in between. */
        SHUT
    }

    /** How many calls at once this node makes over both apps. */
    public int places() {
        return settings.parallelism() * WechatApp.values().length;
    }

    /** Whether any way is open for anybody: if none is, no message needs to be claimed. */
    public boolean anyOpen() {
        return Arrays.stream(Channel.values()).anyMatch(channel -> shutUntil(channel, true) == null);
    }

    /** Null if a message may go this way, else when it is worth asking again. */
    public @Nullable Instant shutUntil(Channel channel, boolean urgent) {
        Instant now = clock.instant();
        Way way = way(channel);
        Instant broken = way.breaker.shutUntil(now);
        if (broken != null) {
            return broken;
        }
        Instant paused = way.pausedUntil(now);
        if (paused != null) {
            return paused;
        }
        return hasQuota(way, urgent, now) ? null : quota.midnight();
    }

    /** Lets a message in, or not; one that is let in must {@link #leave}. */
    public Entry enter(Channel channel, boolean urgent) throws InterruptedException {
        Way way = way(channel);
        Semaphore free = Objects.requireNonNull(places.get(channel.app()));
        if (!free.tryAcquire(settings.placeWait().toMillis(), TimeUnit.MILLISECONDS)) {
            return Entry.FULL;
        }
        Entry entry = Entry.SHUT;
        try {
            if (way.breaker.enter()) {
                try {
                    entry = spend(way, urgent) ? Entry.IN : Entry.SHUT;
                } finally {
                    if (entry != Entry.IN) {
                        way.breaker.unused();
                    }
                }
            }
        } finally {
            // A place that is not given back, whatever the database said, is one for ever.
            if (entry != Entry.IN) {
                free.release();
            }
        }
        return entry;
    }

    /** @param answer what WeChat said, null if it was not called after all */
    public void leave(Channel channel, @Nullable SendAnswer answer) {
        Objects.requireNonNull(places.get(channel.app())).release();
        Way way = way(channel);
        if (answer == null) {
            way.breaker.unused();
            way.add(1, 0);
            return;
        }
        switch (answer.verdict()) {
            case ACCEPTED, LASTING -> way.breaker.answered();
            case QUOTA -> {
                way.breaker.answered();
                usedUp(way);
            }
            case UNKNOWN -> way.breaker.failed(clock.instant());
            case AGAIN -> {
                if (answer.errorCode() < 0) { // no answer, or -1: busy
                    way.breaker.failed(clock.instant());
                } else {
                    way.breaker.answered();
                }
            }
        }
    }

    /** The apps for which it is time to ask WeChat whether it answers. */
    public List<WechatApp> toProbe() {
        Instant now = clock.instant();
        return Arrays.stream(WechatApp.values())
                .filter(app -> breakerOf(app).wantsProbe(now))
                .toList();
    }

    public void probed(WechatApp app, boolean answered) {
        breakerOf(app).probed(answered, clock.instant());
    }

    /** Takes a channel for open, on all nodes what the quota is concerned, until something else is seen. */
    public void reopen(Channel channel) {
        Way way = way(channel);
        quota.reopen(channel);
        way.breaker.reopen();
        way.forget();
    }

    /** How the channels stand, as this node sees them. */
    public List<ChannelState> states() {
        return Arrays.stream(Channel.values()).map(this::state).toList();
    }

    private ChannelState state(Channel channel) {
        ChannelRow row = quota.of(channel);
        boolean today = row != null && quota.today().equals(row.quotaDay());
        Instant shut = shutUntil(channel, false);
        return new ChannelState(
                channel,
                shut == null,
                shut,
                today && row != null ? row.taken() : 0,
                settings.quota().of(channel),
                row != null && quota.today().equals(row.usedUp()));
    }

    /** When WeChat made the last receipt that arrived here; null if none ever did. */
    public @Nullable Instant heardAt(Channel channel) {
        ChannelRow row = shared(way(channel), clock.instant());
        return row == null ? null : row.heardAt();
    }

    /** A receipt arrived that WeChat made then; noted once in a few seconds only. */
    public void heard(Channel channel, Instant at) {
        Instant known = heardAt(channel);
        if (known == null || known.plus(NOTED_EVERY).isBefore(at)) {
            quota.heard(channel, at);
            way(channel).lookAgain();
        }
    }

    private boolean hasQuota(Way way, boolean urgent, Instant now) {
        ChannelRow row = shared(way, now);
        if (row != null && quota.today().equals(row.usedUp())) {
            return false;
        }
        if (way.hasLeft(urgent, now) || row == null || !quota.today().equals(row.quotaDay())) {
            return true;
        }
        return row.taken()
                < (urgent ? settings.quota().of(way.channel) : settings.quota().open(way.channel));
    }

    /** From this node's block, or from a new one: which the database gives while nobody else waits for the way. */
    private boolean spend(Way way, boolean urgent) {
        if (way.spend(urgent, clock.instant(), quota.midnight())) {
            return true;
        }
        long taken = quota.take(way.channel, false);
        long urgently = taken == 0 && urgent ? quota.take(way.channel, true) : 0;
        way.lookAgain();
        way.add(taken, urgently);
        return way.spend(urgent, clock.instant(), quota.midnight());
    }

    private void usedUp(Way way) {
        if (quota.mayMeanYesterday()) {
            way.pause(clock.instant().plus(ASKED_AGAIN));
            return;
        }
        quota.usedUp(way.channel);
        way.lookAgain();
    }

    /** Read again once a second at most, and whenever this node changed it. */
    private @Nullable ChannelRow shared(Way way, Instant now) {
        if (!way.looksOld(now)) {
            return way.shared;
        }
        try {
            ChannelRow row = quota.of(way.channel);
            way.shared = row;
            return row;
        } catch (RuntimeException e) {
            way.lookAgain();
            throw e;
        }
    }

    private Breaker breakerOf(WechatApp app) {
        return Objects.requireNonNull(breakers.get(app));
    }

    private Way way(Channel channel) {
        return Objects.requireNonNull(ways.get(channel));
    }
}
