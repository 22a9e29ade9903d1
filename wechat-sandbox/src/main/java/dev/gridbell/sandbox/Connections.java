package dev.gridbell.sandbox;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** Cutting a connection under a request, as a broken network does. */
final class Connections {
    private Connections() {}

    /** Closes the socket with a reset: the caller gets no byte of an answer. */
    static void cut(Context context) {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        try {
            if (endPoint.getTransport() instanceof SocketChannel channel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.close();
            }
            endPoint.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
