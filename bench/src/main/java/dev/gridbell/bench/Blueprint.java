package dev.gridbell.bench;

import java.util.HashMap;
import java.util.Map;

/**
 * What an installation is made of.
 *
 * @param nodes      servers, each a process of its own, on one database and one Redis
 * @param wires      whether a {@link Wire} lies between the servers and each of WeChat, the database and Redis
 * @param ledgerSize entries the sandbox keeps
 * @param settings   of the servers, beside the usual ones
 */
record Blueprint(int nodes, boolean wires, int ledgerSize, Map<String, String> settings) {

    private static final int LEDGER = 300_000;

    Blueprint {
        settings = Map.copyOf(settings);
    }

    static Blueprint of(int nodes) {
        return new Blueprint(nodes, false, LEDGER, Map.of());
    }

    Blueprint wired() {
        return new Blueprint(nodes, true, ledgerSize, settings);
    }

    Blueprint ledger(int entries) {
        return new Blueprint(nodes, wires, entries, settings);
    }

    Blueprint with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Blueprint(nodes, wires, ledgerSize, all);
    }

    /** Calls to WeChat that each server makes at once. */
    Blueprint parallelism(int calls) {
        return with("gridbell.message.courier.parallelism", calls).with("gridbell.message.channel.parallelism", calls);
    }

    Blueprint with(String name, Object value) {
        return with(Map.of(name, value.toString()));
    }
}
