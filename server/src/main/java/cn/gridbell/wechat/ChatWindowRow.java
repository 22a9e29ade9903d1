package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person's chat window at the official account.
 *
 * @param opening tells it from the window after it
 * @param left    messages left, 0 or more
 */
record ChatWindowRow(long opening, Instant closesAt, int left) {

    boolean isOpen(Instant now) {
        return left > 0 && closesAt.isAfter(now);
    }
}
