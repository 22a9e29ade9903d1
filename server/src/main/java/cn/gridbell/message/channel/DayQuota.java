package cn.gridbell.message.channel;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of the day's sends over all nodes. The last share of a day is kept for urgent messages; when WeChat says that the quota is used up
 * (45009) whatever the book says, nothing more is sent on that channel until midnight in Beijing (公众平台接口调用次数每日清零).
 */
@Component
class DayQuota {

    private static final Duration DAY_SETTLES = Duration.ofMinutes(2);

    private final ChannelMapper channels;
    private final ChannelProperties.Quota quota;
    private final Clock clock;

    DayQuota(ChannelMapper channels, ChannelProperties settings, Clock clock) {
        this.channels = channels;
        this.quota = settings.quota();
        this.clock = clock;
    }

    /** Takes a block of sends for this node. @return how many, 0 if the day's are gone for this kind of message */
    @Transactional
    public long take(Channel channel, boolean urgent) {
        LocalDate day = today();
        long most = urgent ? quota.of(channel) : quota.open(channel);
        long block = Math.max(1, Math.min(100, quota.of(channel) / 1000));
        for (long wanted = block; wanted >= 1; wanted /= 10) {
            if (channels.take(channel, day, wanted, most) == 1) {
                return wanted;
            }
        }
        return 0;
    }

    /** WeChat says so. */
    @Transactional
    public void usedUp(Channel channel) {
        channels.usedUp(channel, today());
    }

    /** Somebody knows better than what was seen and counted: a raised limit, a cleared quota. */
    @Transactional
    public void reopen(Channel channel) {
        channels.reopen(channel);
    }

    /** A receipt of this channel was made then. */
    @Transactional
    public void heard(Channel channel, Instant at) {
        channels.heard(channel, at);
    }

    @Transactional(readOnly = true)
    public @Nullable ChannelRow of(Channel channel) {
        return channels.all().stream()
                .filter(row -> row.channel() == channel)
                .findFirst()
                .orElse(null);
    }

    LocalDate today() {
        return WorkCalendar.dayOf(clock.instant());
    }

    /** Whether WeChat may still speak of yesterday: the call was begun then, or its clock is behind ours. */
    boolean mayMeanYesterday() {
        Instant now = clock.instant();
        return WorkCalendar.dayOf(now.minus(DAY_SETTLES)).isBefore(WorkCalendar.dayOf(now));
    }

    /** When the next day begins in Beijing. */
    Instant midnight() {
        return today().plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
