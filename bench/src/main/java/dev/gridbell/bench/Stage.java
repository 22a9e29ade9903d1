package dev.gridbell.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.IntFunction;

/** An installation under way with what a scenario looks at: the message table, the sandbox, its ledger. */
final class Stage implements AutoCloseable {

    private final Installation installation;
    private final SandboxControls sandbox;
    private final Ledger ledger;
    private final MessageTable messages;

    private Stage(Installation installation) throws SQLException {
        this.installation = installation;
        this.sandbox = new SandboxControls(installation);
        this.ledger = new Ledger(sandbox);
        this.messages = new MessageTable(installation);
    }

    /**
     * Starts everything.
     *
     * @param options those that begin with {@code server.} become settings of the servers
     */
    static Stage open(Blueprint plan, Options options) throws Exception {
        return open(plan, options, server -> Map.of());
    }

    /** @param own settings of a single server, beside those of all; the first is number 0 */
    static Stage open(Blueprint plan, Options options, IntFunction<Map<String, String>> own) throws Exception {
        Map<String, String> settings = options.startingWith("server.");
        Installation installation = Installation.prepare(plan.with(settings), own);
        try {
            return new Stage(installation.startAll());
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            installation.close();
            throw e;
        }
    }

    Installation installation() {
        return installation;
    }

    SandboxControls sandbox() {
        return sandbox;
    }

    Ledger ledger() {
        return ledger;
    }

    MessageTable messages() {
        return messages;
    }

    ServerNode node(int i) {
        return installation.nodes().get(i);
    }

    /** A counter, summed over all nodes. */
    long counter(String name, String labels) throws IOException, InterruptedException {
        double sum = 0;
        for (ServerNode node : installation.nodes()) {
            sum += node.counter(name, labels);
        }
        return Math.round(sum);
    }

    @Override
    public void close() throws IOException, SQLException {
        messages.close();
        installation.close();
    }
}
