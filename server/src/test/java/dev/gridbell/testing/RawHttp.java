package dev.gridbell.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes as they are, also such as no client would send, each over a connection of its own. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer, -1 if nothing came in time
     * @param headers names in lower case
     */
    public record Answer(int status, Map<String, String> headers, String text) {}

    public static Answer send(int port, byte[] request) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException hungUp) {
                // a request line that is none is answered before its body was heard: the answer is there all the same
            }
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException silent) {
                return new Answer(-1, Map.of(), "");
            } catch (IOException reset) {
                // what came before the reset is the answer
            }
            return parse(answer.toByteArray());
        } catch (IOException e) {
            return new Answer(0, Map.of(), "");
        }
    }

    private static Answer parse(byte[] bytes) {
        String whole = new String(bytes, StandardCharsets.ISO_8859_1);
        while (whole.startsWith("HTTP/1.1 1")) {
            whole = whole.substring(Math.max(0, whole.indexOf("\r\n\r\n") + 4));
        }
        int end = whole.indexOf("\r\n\r\n");
        if (end < 0 || !whole.startsWith("HTTP/")) {
            return new Answer(0, Map.of(), whole);
        }
        Map<String, String> headers = new TreeMap<>();
        String[] lines = whole.substring(0, end).split("\r\n", -1);
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header.length > 1 ? header[1].strip() : "");
        }
        String body = whole.substring(end + 4);
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            body = joined(body);
        }
        String text = new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, text);
    }

    private static String joined(String chunked) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunked.length()) {
            int line = chunked.indexOf("\r\n", at);
            if (line < 0) {
                break;
            }
            int length = Integer.parseInt(chunked.substring(at, line).strip(), 16);
            if (length == 0) {
                break;
            }
            body.append(chunked, line + 2, Math.min(chunked.length(), line + 2 + length));
            at = line + 2 + length + 2;
        }
        return body.toString();
    }
}
