package cn.gridbell.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The code of a grid.
 *
 * @param ticket null while somebody asks WeChat for it
 * @param claimedUntil when whoever asks is given up
 */
record GridCodeRow(@Nullable String ticket, Instant claimedUntil) {}
