package cn.gridbell.platform.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * Tomcat's protocol with an end to its patience: it gives a client ten seconds for each next byte, so one byte a second holds a connection, and a
 * thread once the body is awaited, for as long as the client likes. Here whoever is slower than a pace, on average since the first byte of a call, is cut
 * off. Public because Tomcat makes it by name.
 */
public final class PatientProtocol extends Http11NioProtocol {

    /** As {@link LoadProperties} has them. */
    private record Pace(long slowAfterNanos, int bytesASecond) {

        boolean tooSlow(long bytes, long nanos) {
            return nanos > slowAfterNanos && bytes < nanos / 1e9 * bytesASecond;
        }
    }

    public PatientProtocol() {
        super(new Endpoint());
    }

    /** Nobody is cut off before this was called. */
    void setPace(Duration slowAfter, int bytesASecond) {
        ((Endpoint) getEndpoint()).pace = new Pace(slowAfter.toNanos(), bytesASecond);
    }

    private static final class Endpoint extends NioEndpoint {

        private volatile Pace pace = new Pace(0, 0);

        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? super.createChannel(buffers) : new Watched(buffers, this);
        }
    }

    /** One connection; channels are used again for others. */
    private static final class Watched extends NioChannel {

        private final Endpoint endpoint;
        /** {@link System#nanoTime} of the first byte of the call that is being read. */
        private long since;

        private long bytes;

        Watched(SocketBufferHandler buffers, Endpoint endpoint) {
            super(buffers);
            this.endpoint = endpoint;
        }

        @Override
        public void reset(SocketChannel channel, NioEndpoint.NioSocketWrapper wrapper) throws IOException {
            bytes = 0;
            super.reset(channel, wrapper);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int read = super.read(into);
            if (read > 0) {
                judge(read);
            }
            return read;
        }

        private void judge(int read) throws IOException {
            long now = System.nanoTime();
            since = bytes == 0 ? now : since;
            bytes += read;
            if (endpoint.pace.tooSlow(bytes, now - since)) {
                throw new IOException("slower than the slowest we wait for");
            }
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            bytes = 0;
            return super.write(from);
        }
    }
}
