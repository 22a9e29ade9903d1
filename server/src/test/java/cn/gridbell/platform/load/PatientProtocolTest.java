package cn.gridbell.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real Tomcat and real connections: its own patience is ten seconds for each byte. */
class PatientProtocolTest {

    private static final int BETWEEN_BYTES = 40;
    private static final int MOST_BYTES = 500;

    private final Tomcat tomcat = new Tomcat();
    private Connector connector = new Connector(PatientProtocol.class.getName());

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(folder.toString());
        connector.setPort(0);
        ((PatientProtocol) connector.getProtocolHandler()).setPace(Duration.ofMillis(400), 200);
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "echo", new Echo());
        context.addServletMappingDecoded("/", "echo");
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void cutsOffWhoDripsAHead() throws IOException {
        try (Socket socket = socket()) {
            assertThat(dripUntilCut(socket, "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(2 * MOST_BYTES)))
                    .isLessThan(MOST_BYTES);
        }
    }

    @Test
    void cutsOffWhoDripsABody() throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(head(2 * MOST_BYTES));
            assertThat(dripUntilCut(socket, "b".repeat(2 * MOST_BYTES))).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void servesOneCallAfterTheOtherOfWhoSpeaksAtOncePausesOrNot() throws IOException {
        try (Socket socket = socket()) {
            for (int call = 0; call < 3; call++) {
                socket.getOutputStream().write(head(5));
                socket.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("5");
                assertThat(silentFor(socket, 600)).isTrue();
            }
        }
    }

    private static byte[] head(int length) {
        return ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** @return how many bytes went out before the connection was cut */
    private static int dripUntilCut(Socket socket, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int sent = 0; sent < MOST_BYTES; sent++) {
            try {
                socket.getOutputStream().write(bytes[sent]);
                if (!silentFor(socket, BETWEEN_BYTES)) {
                    return sent;
                }
            } catch (IOException cut) {
                return sent;
            }
        }
        return MOST_BYTES;
    }

    /** False if something came or the connection ended. */
    private static boolean silentFor(Socket socket, int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        InputStream in = socket.getInputStream();
        byte[] piece = new byte[4096];
        StringBuilder text = new StringBuilder();
        while (!text.toString().contains("\r\n\r\n") || text.toString().endsWith("\r\n\r\n")) {
            int length = in.read(piece);
            if (length < 0) {
                return text.toString();
            }
            text.append(new String(piece, 0, length, StandardCharsets.US_ASCII));
        }
        return text.toString();
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] length = Integer.toString(request.getInputStream().readAllBytes().length)
                    .getBytes(StandardCharsets.US_ASCII);
            response.setContentLength(length.length);
            response.getOutputStream().write(length);
        }
    }
}
