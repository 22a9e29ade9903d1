package cn.gridbell.message.channel;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the nodes share about a channel. */
record ChannelRow(
        Channel channel,
        LocalDate quotaDay,
        long taken,
        @Nullable LocalDate usedUp,
        @Nullable Instant heardAt) {}
