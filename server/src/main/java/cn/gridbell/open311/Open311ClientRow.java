package cn.gridbell.open311;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client.
 *
 * @param services separated by blanks; empty: all
 */
@SuppressWarnings("ArrayRecordComponent")
record Open311ClientRow(
        long id,
        String name,
        byte[] contact,
        String jurisdiction,
        byte[] keyHash,
        String keyEnd,
        boolean mayWrite,
        String services,
        Instant createdAt,
        @Nullable Instant revokedAt) {

    List<String> serviceCodes() {
        return Arrays.stream(services.split(" "))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    boolean mayReport(String code) {
        return services.isEmpty() || serviceCodes().contains(code);
    }
}
