package cn.gridbell.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The queue at a glance.
 *
 * @param depth  messages that are due
 * @param oldest since when the longest-waiting one is due
 */
record QueueRow(long depth, @Nullable Instant oldest) {}
