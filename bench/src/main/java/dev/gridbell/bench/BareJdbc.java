package dev.gridbell.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** The same statements as the server's, with nothing around them: one connection a client, prepared statements kept. */
final class BareJdbc implements AutoCloseable {

    private final Connection[] connections;

    BareJdbc(Installation installation, int clients) throws SQLException {
        connections = new Connection[clients];
        for (int i = 0; i < clients; i++) {
            connections[i] = installation.connect();
            connections[i].setAutoCommit(false);
            connections[i].setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    void submit(int client) throws SQLException {
        connections[client].commit();
    }

    void list(int client) throws SQLException {
        connections[client].commit();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
