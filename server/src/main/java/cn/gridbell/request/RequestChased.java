package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody it concerns asked for more speed.
 *
 * @param lead of its grid, if the post is filled
 * @param times how often by now
 */
public record RequestChased(
        RequestId request,
        @Nullable StaffId holder,
        @Nullable StaffId lead,
        int times,
        Instant at) {}
