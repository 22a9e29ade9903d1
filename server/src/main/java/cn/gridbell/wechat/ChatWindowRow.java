package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person's chat window at the official account.
 *
 * @param openedAt CreateTime of what opened it
 * @param left     messages left, 0 or more
 */
record ChatWindowRow(Instant openedAt, Instant closesAt, int left) {

    boolean isOpen(Instant now) {
        return left > 0 && closesAt.isAfter(now);
    }
}
