package cn.gridbell.platform;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Under which address the rest of the world reaches this house: {@code gridbell.public-address}, {@code http[s]://host[:port]} without a slash
 * at the end. Required in production; without it, a server on one's own machine names itself.
 */
@Component
public class PublicAddress implements ProductionCheck {

    private static final String SETTING = "gridbell.public-address";

    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /**
     * A link that works from outside.
     *
     * @param pathAndQuery begins with a slash
     */
    public URI link(String pathAndQuery) {
        String set = environment.getProperty(SETTING);
        String base = set == null ? "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080") : set;
        return URI.create(base + pathAndQuery);
    }

    @Override
    public List<String> objections() {
        return isReachable(environment.getProperty(SETTING))
                ? List.of()
                : List.of(SETTING + " is not https://<public host>: WeChat could not fetch pictures to check them");
    }

    private static boolean isReachable(@Nullable String address) {
        if (address == null || !address.matches("https://[A-Za-z0-9.-]+(:\\d{1,5})?")) {
            return false;
        }
        String host = String.valueOf(URI.create(address).getHost()).toLowerCase(Locale.ROOT);
        return host.contains(".") && !host.endsWith(".local") && !host.matches("(127|10|192\\.168|0)\\..*");
    }
}
