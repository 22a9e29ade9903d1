package dev.gridbell.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * What the server is held against: its container with the statements of {@link BareJdbc} behind it and the bytes the server answered in front, and
 * nothing between: no security, no JSON, no rules. A process of its own with the server's own settings of the JVM. The token of a call is the number of
 * its client.
 */
final class BareTomcat {

    private BareTomcat() {}

    /**
     * Starts one.
     *
     * @param list what the server answers to "my requests"
     * @param submitted and to a request submitted
     */
    static ServerNode prepare(Installation installation, int clients, String list, String submitted)
            throws IOException {
        Path listed = Files.writeString(installation.home().resolve("list.json"), list);
        Path created = Files.writeString(installation.home().resolve("submitted.json"), submitted);
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BareTomcat.class.getName(),
                Integer.toString(port),
                installation.jdbcUrl(),
                installation.databaseUser(),
                installation.databasePassword(),
                Integer.toString(clients),
                listed.toString(),
                created.toString());
        return new ServerNode(port, command, installation.home().resolve("bare-tomcat.log"));
    }

    /** Port, JDBC address, user, password, number of clients, and the two files with what to answer. */
    public static void main(String[] args) throws IOException, SQLException, LifecycleException {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        BareJdbc database =
                new BareJdbc(() -> DriverManager.getConnection(args[1], args[2], args[3]), Integer.parseInt(args[4]));
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare-tomcat").toString());
        tomcat.setPort(Integer.parseInt(args[0]));
        tomcat.getConnector()
                .setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(
                context,
                "bare",
                new Bare(database, Files.readAllBytes(Path.of(args[5])), Files.readAllBytes(Path.of(args[6]))));
        context.addServletMappingDecoded("/", "bare");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static final class Bare extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient BareJdbc database;
        private final transient byte[] list;
        private final transient byte[] submitted;

        Bare(BareJdbc database, byte[] list, byte[] submitted) {
            this.database = database;
            this.list = list;
            this.submitted = submitted;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().startsWith("/actuator")) {
                return;
            }
            try {
                database.list(client(request));
            } catch (SQLException e) {
                throw new IOException(e);
            }
            answer(response, 200, list);
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            try {
                database.submit(client(request));
            } catch (SQLException e) {
                throw new IOException(e);
            }
            answer(response, 201, submitted);
        }

        private static int client(HttpServletRequest request) {
            return Integer.parseInt(request.getHeader("Authorization").substring("Bearer ".length()));
        }

        private static void answer(HttpServletResponse response, int status, byte[] body) throws IOException {
            response.setStatus(status);
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
