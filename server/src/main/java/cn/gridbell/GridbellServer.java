package cn.gridbell;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The backend: one application, a few rooms, every arrow points down (see README, "Rooms"). Without Boot's error page: a "no" from outside the handlers is written by the
 * server itself, as a problem document.
 */
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@ConfigurationPropertiesScan
public class GridbellServer {

    private static final Set<String> COMMANDS = Set.of("--templates", "--photos-to-bucket", "--restored");

    /** A command beside the running nodes: a port of its own, nothing is sent, and timers are left to the nodes. */
    private static final String[] AS_A_COMMAND = {
        "--server.port=0",
        "--gridbell.message.courier.enabled=false",
        "--gridbell.wechat.replies.enabled=false",
        "--db-scheduler.enabled=false"
    };

    public static void main(String[] args) {
        boolean command = Arrays.stream(args).anyMatch(arg -> COMMANDS.contains(arg.replaceFirst("=.*", "")));
        ConfigurableApplicationContext context =
                SpringApplication.run(GridbellServer.class, command ? asACommand(args) : args);
        if (command) {
            System.exit(SpringApplication.exit(context));
        }
    }

    /** Said twice, a setting would be both values. */
    private static String[] asACommand(String[] args) {
        Stream<String> kept = Arrays.stream(args).filter(arg -> Arrays.stream(AS_A_COMMAND)
                .noneMatch(ours -> ours.startsWith(arg.replaceFirst("=.*", "") + "=")));
        return Stream.concat(kept, Arrays.stream(AS_A_COMMAND)).toArray(String[]::new);
    }
}
