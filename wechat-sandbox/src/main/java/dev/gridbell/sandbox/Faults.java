package dev.gridbell.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that goes wrong on purpose at the moment. */
final class Faults {
    private final List<Fault> active = new CopyOnWriteArrayList<>();

    void add(Fault fault) {
        active.add(fault);
    }

    void clear() {
        active.clear();
    }

    /** The fault of that kind that strikes here now, if any. */
    Optional<Fault> strike(Fault.Kind kind, String place) {
        for (Fault fault : active) {
            if (fault.concerns(kind, place) && fault.strikes()) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    List<Map<String, Object>> describe() {
        return active.stream().map(Fault::describe).toList();
    }
}
