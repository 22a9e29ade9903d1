package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was called to a table (联调) about a request.
 *
 * @param members  who takes part; of a unit whoever is told first
 * @param resident the reporter, if they take part
 */
public record CoordinationOpened(
        RequestId request, List<StaffId> members, @Nullable ResidentId resident, int turn, Instant at) {

    public CoordinationOpened {
        members = List.copyOf(members);
    }
}
