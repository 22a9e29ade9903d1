package cn.gridbell.visit;

import cn.gridbell.resident.HouseholdId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * A visit that is expected at a door.
 *
 * @param purpose in Chinese
 */
public record DoorVisit(
        VisitId id,
        String number,
        HouseholdId household,
        StaffId member,
        VisitStatus status,
        String purpose,
        Instant start,
        Instant end) {}
