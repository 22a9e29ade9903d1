package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of a submission, so that a repeated tap gets the same answer; names nobody. */
record StoredReceipt(
        RequestId id,
        String number,
        RequestStatus status,
        Colour colour,
        @Nullable StaffId holder,
        Instant dueAt) {}
