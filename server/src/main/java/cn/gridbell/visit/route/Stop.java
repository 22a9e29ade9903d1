package cn.gridbell.visit.route;

import cn.gridbell.platform.geo.GeoPoint;
import java.time.Duration;
import java.time.Instant;

/**
 * One door to be walked to.
 *
 * @param key      the caller's own name for it
 * @param place    of the entrance; two doors behind one entrance have the same
 * @param door     decides the order among doors behind one entrance
 * @param earliest nobody knocks before; who is early waits
 * @param latest   the knock after which the time agreed on is broken; not before {@code earliest}
 * @param stay     how long the member is at the door, zero or more
 */
public record Stop(String key, GeoPoint place, DoorName door, Instant earliest, Instant latest, Duration stay) {

    public Stop {
        if (latest.isBefore(earliest) || stay.isNegative()) {
            throw new IllegalArgumentException("a stop ends after it begins");
        }
    }
}
