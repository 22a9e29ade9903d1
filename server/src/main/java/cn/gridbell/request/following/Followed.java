package cn.gridbell.request.following;

import java.time.Instant;

/**
 * A request somebody follows.
 *
 * @param since when they began to
 */
public record Followed(long request, Instant since) {}
