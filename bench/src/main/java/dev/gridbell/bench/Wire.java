package dev.gridbell.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A piece of network between two programs of a run, on loopback, that can be made to misbehave. With several targets each connection goes to
 * the next one that listens. Whoever speaks through it sees what a broken network shows, not what a polite error page does.
 */
final class Wire implements AutoCloseable {

    /** How it behaves. */
    enum Mode {
        /** Carries everything at once. */
        PASS,
        /** Nobody listens: connecting is refused. */
        REFUSE,
        /** Takes connections and bytes, carries none. */
        BLACK_HOLE,
        /** Cuts each connection with a reset as soon as something is sent. */
        RESET,
        /** Carries what is asked; the answer comes back one byte a second. */
        DRIP,
        /** Carries what is asked; answers are thrown away. */
        DEAF,
        /** Carries everything, each piece that is asked {@link #delay} later. */
        SLOW
    }

    private static final int PIECE = 16 * 1024;
    private static final int CONNECT_MILLIS = 2_000;

    private final int port;
    private final int[] targets;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ServerSocket door;
    private volatile Mode mode = Mode.PASS;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean open = true;

    /** @param targets ports of this machine */
    Wire(int... targets) throws IOException {
        this.targets = targets.clone();
        this.door = listen(0);
        this.port = door.getLocalPort();
        accept(door);
    }

    int port() {
        return port;
    }

    /** Changes what happens from now on; connections that stand are cut unless they can go on unharmed. */
    synchronized void mode(Mode wanted) throws IOException {
        Mode before = mode;
        mode = wanted;
        boolean unharmed = before == wanted
                || Set.of(Mode.PASS, Mode.SLOW).containsAll(Set.of(before, wanted))
                || (before == Mode.PASS
                        && Set.of(Mode.BLACK_HOLE, Mode.DRIP, Mode.DEAF).contains(wanted));
        if (wanted == Mode.REFUSE) {
            door.close();
        }
        if (!unharmed) {
            pairs.forEach(Pair::cut);
        }
        if (before == Mode.REFUSE && wanted != Mode.REFUSE) {
            door = listen(port);
            accept(door);
        }
    }

    /** @param each how much later each piece of what is asked arrives */
    void slow(Duration each) throws IOException {
        delay = each;
        mode(Mode.SLOW);
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        return socket;
    }

    private void accept(ServerSocket listening) {
        threads.execute(() -> {
            while (open && !listening.isClosed()) {
                try {
                    Socket client = listening.accept();
                    threads.execute(() -> carry(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void carry(Socket client) {
        Pair pair = new Pair(client);
        pairs.add(pair);
        try {
            if (mode != Mode.BLACK_HOLE) {
                Socket server = connect();
                pair.server = server;
                threads.execute(() -> pump(pair, server, client, false));
            }
            pump(pair, client, pair.server, true);
        } catch (IOException e) {
            pair.cut();
        } finally {
            pairs.remove(pair);
        }
    }

    /** The next target that listens. */
    private Socket connect() throws IOException {
        IOException last = new IOException("no target");
        for (int i = 0; i < targets.length; i++) {
            int target = targets[Math.floorMod(turn.getAndIncrement(), targets.length)];
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    /** @param to null if nothing is carried on this connection */
    private void pump(Pair pair, Socket from, @Nullable Socket to, boolean asking) {
        byte[] piece = new byte[PIECE];
        try {
            from.setTcpNoDelay(true);
            InputStream in = from.getInputStream();
            int length = in.read(piece);
            while (length >= 0) {
                if (mode == Mode.RESET) {
                    pair.cut();
                    return;
                }
                if (to != null) {
                    pass(piece, length, to.getOutputStream(), asking);
                }
                length = in.read(piece);
            }
            pair.close();
        } catch (IOException | InterruptedException e) {
            pair.cut();
        }
    }

    private void pass(byte[] piece, int length, OutputStream out, boolean asking)
            throws IOException, InterruptedException {
        switch (mode) {
            case BLACK_HOLE -> {}
            case DEAF -> {
                if (asking) {
                    out.write(piece, 0, length);
                }
            }
            case DRIP -> drip(piece, length, out, asking);
            case SLOW -> {
                if (asking) {
                    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                }
                out.write(piece, 0, length);
            }
            case PASS, REFUSE, RESET -> out.write(piece, 0, length);
        }
        out.flush();
    }

    private void drip(byte[] piece, int length, OutputStream out, boolean asking)
            throws IOException, InterruptedException {
        if (asking) {
            out.write(piece, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            out.write(piece, i, 1);
            out.flush();
            if (mode == Mode.DRIP) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        door.close();
        pairs.forEach(Pair::cut);
        threads.shutdownNow();
    }

    /** The two ends of one connection. */
    private static final class Pair {

        private final Socket client;
        private volatile @Nullable Socket server;

        Pair(Socket client) {
            this.client = client;
        }

        /** With a reset, so that both sides see a broken connection and not an end. */
        void cut() {
            linger(client);
            Socket other = server;
            if (other != null) {
                linger(other);
            }
            close();
        }

        void close() {
            shut(client);
            Socket other = server;
            if (other != null) {
                shut(other);
            }
        }

        private static void linger(Socket socket) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException alreadyClosed) {
                // nothing is left to cut
            }
        }

        private static void shut(Socket socket) {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // nothing is left to close
            }
        }
    }
}
