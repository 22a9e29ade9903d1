package cn.gridbell.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Words under check.
 *
 * @param entryId of the timeline; 0: the description
 */
record RequestCheckRow(
        long id,
        long requestId,
        long entryId,
        @Nullable Long authorResidentId,
        int tries,
        int claim,
        Instant createdAt) {

    RequestCheckRow claimed() {
        return new RequestCheckRow(id, requestId, entryId, authorResidentId, tries, claim + 1, createdAt);
    }
}
