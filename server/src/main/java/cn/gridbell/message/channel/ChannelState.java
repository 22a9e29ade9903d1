package cn.gridbell.message.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as one node sees it.
 *
 * @param open      whether messages that are not urgent may go
 * @param shutUntil when it is worth asking again, null if it is open
 * @param takenToday sends the nodes took of today's quota (days in Beijing)
 * @param perDay    the quota
 * @param usedUp    WeChat said today that it is used up (45009)
 */
public record ChannelState(
        Channel channel, boolean open, @Nullable Instant shutUntil, long takenToday, long perDay, boolean usedUp) {}
