package cn.gridbell.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open request near a place, as others see it: no person, no address.
 *
 * @param description null while it is checked, and for good if it did not pass
 * @param metres      from the place asked about
 * @param supporters  how many said "me too"
 * @param alike       0 to 100 by the words; null if no words were given
 * @param because     pieces of text that stand in both
 * @param relation    null unless the caller reported or supports it already
 */
record NearbyRequest(
        RequestId id,
        CategoryName category,
        @Nullable String description,
        RequestStatus status,
        String statusWords,
        int metres,
        Instant submittedAt,
        int supporters,
        @Nullable Integer alike,
        List<String> because,
        @Nullable Relation relation) {}
