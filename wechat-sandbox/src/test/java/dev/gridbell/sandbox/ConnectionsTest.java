package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final List<String> PATHS = List.of(
            "/sandbox/people/p404/follow", "/cgi-bin/user/info/batchget?access_token=unknown", "/sandbox/nowhere");

    @Test
    void aBodyThatNobodyNeedsDoesNotCostTheConnection() throws Exception {
        try (WechatSandbox sandbox = WechatSandbox.start(SandboxSettings.local().withPort(0))) {
            for (String path : PATHS) {
                try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
                    socket.setSoTimeout(20_000);
                    BufferedReader answers =
                            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                    for (int round = 0; round < 3; round++) {
                        assertThat(headOfAnswer(socket, answers, path))
                                .as("%s, round %d", path, round)
                                .startsWith("HTTP/1.1 ")
                                .doesNotContainIgnoringCase("Connection: close");
                    }
                }
            }
        }
    }

    /** Sends the head first and the body in a packet of its own, as the JDK's client does. */
    private static String headOfAnswer(Socket socket, BufferedReader answers, String path) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n").getBytes(US_ASCII));
        out.flush();
        long later = System.nanoTime() + 50_000_000L;
        while (System.nanoTime() < later && !answers.ready()) {
            Thread.onSpinWait();
        }
        out.write("{}".getBytes(US_ASCII));
        out.flush();
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = answers.readLine(); line != null && !line.isEmpty(); line = answers.readLine()) {
            head.append(line).append('\n');
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).trim());
            }
        }
        for (int i = 0; i < length; i++) {
            answers.read();
        }
        return head.toString();
    }
}
