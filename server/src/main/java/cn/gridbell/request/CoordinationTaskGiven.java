package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import java.time.Instant;
import java.util.List;

/**
 * Somebody at the table (联调) about a request was given a task.
 *
 * @param members who is told of it; of a unit whoever is told first
 * @param task    number of the task
 */
public record CoordinationTaskGiven(RequestId request, List<StaffId> members, long task, Instant at) {

    public CoordinationTaskGiven {
        members = List.copyOf(members);
    }
}
