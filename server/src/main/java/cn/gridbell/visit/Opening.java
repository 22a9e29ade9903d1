package cn.gridbell.visit;

import java.time.Instant;

/**
 * A time at which a visit can be booked.
 *
 * @param end exclusive
 */
record Opening(Instant start, Instant end, MemberLine member) {

    /** The time alone. */
    Time time() {
        return new Time(start, end);
    }

    record Time(Instant start, Instant end) {}

    /**
     * Who would come.
     *
     * @param title in words, for example 网格员
     */
    record MemberLine(String name, String title) {}
}
