package cn.gridbell.platform.personal;

import java.time.Instant;

/** A class of personal records that a room keeps for a while; the room says what its end is, the sweep says when. */
public interface Expiring {

    /** Stable, kebab-case: the key of its setting. */
    String name();

    /** How long it is kept if nothing is set. */
    int usualDays();

    /**
     * Ends what is older, in one transaction of its own.
     *
     * @param most how many records at once
     * @return how many were ended; fewer than {@code most}: nothing is left
     */
    int expire(Instant before, int most);
}
