package dev.gridbell.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Test-binds ports: a port that somebody else holds would look like a server that is ready. */
final class Ports {

    private Ports() {}

    /**
     * The wanted port if it is free, or any free one if 0 is wanted.
     *
     * @throws EmbeddedServersFailed if somebody else listens on the wanted port
     */
    static int claim(String server, int wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1);
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedServersFailed(
                    "端口 %d（%s）已被别的程序占用，请换一个端口。".formatted(wanted, server),
                    "Port %d (%s) is in use by another program; choose another port.".formatted(wanted, server),
                    e);
        }
    }
}
