package dev.gridbell.sandbox;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** The calls that were refused lately, by the {@code rid} that stands at the end of the refusal. */
final class Mishaps {
    private static final int KEPT = 2_000;

    private final Map<String, Map<String, Object>> byRid = Collections.synchronizedMap(new RecentMap<>(KEPT));

    /**
     * Remembers one.
     *
     * @param request as {@code openapi/rid/get} shows it
     */
    void remember(String rid, Map<String, Object> request) {
        byRid.put(rid, request);
    }

    Optional<Map<String, Object>> find(String rid) {
        return Optional.ofNullable(byRid.get(rid));
    }

    void clear() {
        byRid.clear();
    }
}
