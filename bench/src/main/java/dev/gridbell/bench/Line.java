package dev.gridbell.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One client's connection to a server, kept open from call to call: as little as an HTTP client can do, so that hundreds of them leave the processor to
 * the server they measure. Not thread-safe.
 */
final class Line implements AutoCloseable {

    /** What is looked at of an answer. */
    record Answer(int status, boolean retryAfter, boolean problem) {}

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int CONNECT_MILLIS = 3_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final int patienceMillis;
    private final byte[] buffer = new byte[64 * 1024];
    private @Nullable Socket socket;

    Line(int port, int patienceMillis) {
        this.port = port;
        this.patienceMillis = patienceMillis;
    }

    static byte[] get(String path, String token) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, String token, String key, Object body) {
        byte[] content = JSON.writeValueAsBytes(body);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        return whole;
    }

    /** @throws IOException if no whole answer came; the next call begins on a new connection */
    Answer call(byte[] request) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            open.setTcpNoDelay(true);
            open.setSoTimeout(patienceMillis);
            socket = open;
        }
        boolean whole = false;
        try {
            open.getOutputStream().write(request);
            Answer answer = read(open);
            whole = true;
            return answer;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    private Answer read(Socket open) throws IOException {
        InputStream in = open.getInputStream();
        int length = 0;
        int body = -1;
        while (body < 0) {
            int more = in.read(buffer, length, LONGEST_HEAD - length);
            if (more <= 0) {
                throw new EOFException("no answer");
            }
            length += more;
            body = endOfHead(length);
        }
        String head = new String(buffer, 0, body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        skipBody(in, head, length - body, length);
        if (head.contains("\r\nconnection: close")) {
            close();
        }
        return new Answer(
                Integer.parseInt(head.substring(9, 12)),
                head.contains("\r\nretry-after: "),
                head.contains("\r\ncontent-type: application/problem+json"));
    }

    private int endOfHead(int length) {
        for (int i = 3; i < length; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /** @param have bytes of the body that came with the head; they end at {@code end} of the buffer */
    private void skipBody(InputStream in, String head, int have, int end) throws IOException {
        int at = head.indexOf("\r\ncontent-length: ");
        if (at >= 0) {
            int from = at + 18;
            long rest = Long.parseLong(head.substring(from, head.indexOf('\r', from))) - have;
            while (rest > 0) {
                int more = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
                if (more < 0) {
                    throw new EOFException("half an answer");
                }
                rest -= more;
            }
        } else if (head.contains("\r\ntransfer-encoding: chunked")) {
            byte[] tail = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            byte[] last = new byte[tail.length];
            push(last, buffer, end - Math.min(have, tail.length), Math.min(have, tail.length));
            while (!java.util.Arrays.equals(last, tail)) {
                int more = in.read(buffer, 0, buffer.length);
                if (more < 0) {
                    throw new EOFException("half an answer");
                }
                push(last, buffer, Math.max(0, more - tail.length), Math.min(more, tail.length));
            }
        }
    }

    private static void push(byte[] last, byte[] from, int offset, int length) {
        System.arraycopy(last, length, last, 0, last.length - length);
        System.arraycopy(from, offset, last, last.length - length, length);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
