package dev.gridbell.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * What the server is held against: its container with the statements it asked behind it ({@link Replay}) and the bytes it answered in front, and
 * nothing between: no security, no JSON, no rules. A process of its own with the server's own settings of the JVM. The token of a call is the number of
 * its client and the name of the call.
 */
final class BareTomcat {

    private BareTomcat() {}

    /**
     * Starts one.
     *
     * @param url        of the database
     * @param recordings for each client a file of what the server did for it
     */
    static ServerNode prepare(Installation installation, String url, List<Path> recordings) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BareTomcat.class.getName(),
                Integer.toString(port),
                url,
                installation.databaseUser(),
                installation.databasePassword()));
        recordings.forEach(file -> command.add(file.toString()));
        return new ServerNode(port, command, installation.home().resolve("bare-tomcat.log"));
    }

    /** Port, JDBC address, user, password, and the files of the clients. */
    public static void main(String[] args) throws IOException, SQLException, LifecycleException {
        Logger.getLogger("org.apache").setLevel(Level.WARNING);
        List<Client> clients = new ArrayList<>();
        for (int i = 4; i < args.length; i++) {
            clients.add(new Client(
                    new Replay(() -> DriverManager.getConnection(args[1], args[2], args[3])),
                    Recording.read(Path.of(args[i]))));
        }
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare-tomcat").toString());
        tomcat.setPort(Integer.parseInt(args[0]));
        tomcat.getConnector()
                .setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "bare", new Bare(clients));
        context.addServletMappingDecoded("/", "bare");
        tomcat.start();
        tomcat.getServer().await();
    }

    /** One connection to the database each, as a client waits for its answer. */
    private record Client(Replay database, Map<String, Recording> calls) {}

    private static final class Bare extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient List<Client> clients;

        Bare(List<Client> clients) {
            this.clients = List.copyOf(clients);
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().startsWith("/actuator")) {
                return;
            }
            request.getInputStream().readAllBytes();
            String[] token = request.getHeader("Authorization")
                    .substring("Bearer ".length())
                    .split("-", 2);
            Client client = clients.get(Integer.parseInt(token[0]));
            Recording call = Objects.requireNonNull(client.calls().get(token[1]));
            try {
                client.database().play(call);
            } catch (SQLException e) {
                throw new IOException(e);
            }
            byte[] body = call.answer().getBytes(StandardCharsets.UTF_8);
            response.setStatus(call.status());
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
