package dev.gridbell.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps the newest entries only, so that a sandbox may run for weeks. */
final class RecentMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    RecentMap(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
