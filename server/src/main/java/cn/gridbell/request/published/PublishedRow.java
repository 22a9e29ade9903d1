package cn.gridbell.request.published;

import cn.gridbell.request.Closure;
import cn.gridbell.request.RequestSource;
import cn.gridbell.request.RequestStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is read of a request for the public; the reporter is not even read. */
record PublishedRow(
        long id,
        String number,
        String category,
        @Nullable String description,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String address,
        long gridId,
        RequestStatus status,
        @Nullable Closure closure,
        RequestSource source,
        Instant submittedAt,
        Instant updatedAt,
        Instant dueAt) {}
