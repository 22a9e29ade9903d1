package dev.gridbell.embedded;

/**
 * The TCP ports on 127.0.0.1 that the two servers listen on.
 *
 * @param database 1 to 65535, or 0 for one that is free
 * @param redis 1 to 65535, or 0 for one that is free
 */
public record EmbeddedPorts(int database, int redis) {

    /** Two free ports, chosen when the servers start. */
    public static final EmbeddedPorts FREE = new EmbeddedPorts(0, 0);

    public EmbeddedPorts {
        requirePort(database);
        requirePort(redis);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }
}
