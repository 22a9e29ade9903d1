package cn.gridbell.visit;

import cn.gridbell.visit.route.DoorName;
import java.util.Comparator;

/** The order in which the day's doors are walked: by time; at one time compound, building, unit and room, numbers counted as numbers. */
final class WalkingOrder {

    static final Comparator<StaffVisit.Line> OF_THE_DAY = Comparator.comparing(StaffVisit.Line::start)
            .thenComparing(StaffVisit.Line::door, WalkingOrder::compare)
            .thenComparing(line -> line.id().value());

    private WalkingOrder() {}

    static int compare(StaffVisit.Door a, StaffVisit.Door b) {
        return nameOf(a).compareTo(nameOf(b));
    }

    private static DoorName nameOf(StaffVisit.Door door) {
        return new DoorName(door.address(), door.building(), door.unit(), door.room());
    }
}
