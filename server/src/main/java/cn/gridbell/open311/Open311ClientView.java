package cn.gridbell.open311;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as staff see it.
 *
 * @param keyEnd   the last four characters of its key
 * @param services empty: all that are public
 */
record Open311ClientView(
        Open311ClientId id,
        String name,
        String contact,
        String jurisdiction,
        String keyEnd,
        boolean mayWrite,
        List<String> services,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
