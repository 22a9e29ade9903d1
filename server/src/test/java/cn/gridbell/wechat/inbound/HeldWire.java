package cn.gridbell.wechat.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A wire to the database that counts what is asked, and holds it back for as long as a test says. */
final class HeldWire implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private boolean held;

    HeldWire(int target) throws IOException {
        threads.execute(() -> {
            try {
                while (true) {
                    Socket client = door.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(client);
                    sockets.add(server);
                    threads.execute(() -> pump(client, server, true));
                    threads.execute(() -> pump(server, client, false));
                }
            } catch (IOException closed) {
                // the test is over
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    /** Pieces that were sent towards the database: each is a trip. */
    int asked() {
        return asked.get();
    }

    /** Nothing more reaches the database until it is released. */
    void hold() {
        lock.lock();
        held = true;
        lock.unlock();
    }

    void release() {
        lock.lock();
        held = false;
        released.signalAll();
        lock.unlock();
    }

    /** All connections break; new ones may be made. */
    void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void pump(Socket from, Socket to, boolean asking) {
        byte[] piece = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (asking) {
                    asked.incrementAndGet();
                    awaitRelease();
                }
                out.write(piece, 0, length);
                out.flush();
            }
            to.close();
        } catch (IOException | InterruptedException broken) {
            close(to);
        }
    }

    private void awaitRelease() throws InterruptedException {
        lock.lock();
        try {
            while (held) {
                released.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        release();
        door.close();
        cut();
        threads.shutdownNow();
    }
}
