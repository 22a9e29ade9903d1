package dev.gridbell.sandbox;

import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.function.Consumer;

/**
 * How a sandbox is started; begin with {@link #local()} and change what differs.
 *
 * @param port where to listen; 0 takes a free port
 * @param bind the address to listen on
 * @param officialAccount the official account the sandbox plays
 * @param miniProgram the mini-program the sandbox plays
 * @param ledgerSize how many ledger entries are kept, the oldest leave first; at least 1
 * @param routes more routes for the same HTTP server, from the program that embeds the sandbox
 */
public record SandboxSettings(
        int port,
        String bind,
        SandboxApp officialAccount,
        SandboxApp miniProgram,
        int ledgerSize,
        Consumer<JavalinConfig> routes) {
    public static final int DEFAULT_PORT = 8090;

    public static final String OFFICIAL_ACCOUNT_APP_ID = "wx0000000000000a01";
    public static final String OFFICIAL_ACCOUNT_SECRET = "sandbox0official0account0secret0";
    public static final String OFFICIAL_ACCOUNT_TOKEN = "sandboxOfficialAccountToken";
    public static final String OFFICIAL_ACCOUNT_AES_KEY = "SandboxOfficialAccountAesKey00000000000000A";
    public static final String OFFICIAL_ACCOUNT_ORIGINAL_ID = "gh_0000000000a1";

    public static final String MINI_PROGRAM_APP_ID = "wx0000000000000b02";
    public static final String MINI_PROGRAM_SECRET = "sandbox0mini0program0secret00000";
    public static final String MINI_PROGRAM_TOKEN = "sandboxMiniProgramToken";
    public static final String MINI_PROGRAM_AES_KEY = "SandboxMiniProgramAesKey000000000000000000A";
    public static final String MINI_PROGRAM_ORIGINAL_ID = "gh_0000000000b2";

    private static final String SERVER = "http://127.0.0.1:8080/wechat/";
    private static final int DEFAULT_LEDGER_SIZE = 200_000;

    public SandboxSettings {
        if (ledgerSize < 1) {
            throw new IllegalArgumentException("ledgerSize must be at least 1");
        }
    }

    /** Both apps with the public constants of this class, pushing to a server on port 8080 of this machine. */
    public static SandboxSettings local() {
        PushSettings official = new PushSettings(
                URI.create(SERVER + "official-account/" + OFFICIAL_ACCOUNT_APP_ID),
                OFFICIAL_ACCOUNT_TOKEN,
                OFFICIAL_ACCOUNT_AES_KEY,
                PushMode.SAFE,
                PushFormat.XML);
        PushSettings mini = new PushSettings(
                URI.create(SERVER + "mini-program/" + MINI_PROGRAM_APP_ID),
                MINI_PROGRAM_TOKEN,
                MINI_PROGRAM_AES_KEY,
                PushMode.SAFE,
                PushFormat.JSON);
        return new SandboxSettings(
                DEFAULT_PORT,
                "127.0.0.1",
                new SandboxApp(
                        AppKind.OFFICIAL_ACCOUNT,
                        OFFICIAL_ACCOUNT_APP_ID,
                        OFFICIAL_ACCOUNT_SECRET,
                        OFFICIAL_ACCOUNT_ORIGINAL_ID,
                        official),
                new SandboxApp(
                        AppKind.MINI_PROGRAM, MINI_PROGRAM_APP_ID, MINI_PROGRAM_SECRET, MINI_PROGRAM_ORIGINAL_ID, mini),
                DEFAULT_LEDGER_SIZE,
                javalin -> {});
    }

    public SandboxSettings withPort(int newPort) {
        return new SandboxSettings(newPort, bind, officialAccount, miniProgram, ledgerSize, routes);
    }

    public SandboxSettings withBind(String newBind) {
        return new SandboxSettings(port, newBind, officialAccount, miniProgram, ledgerSize, routes);
    }

    public SandboxSettings withOfficialAccount(SandboxApp app) {
        return new SandboxSettings(port, bind, app, miniProgram, ledgerSize, routes);
    }

    public SandboxSettings withMiniProgram(SandboxApp app) {
        return new SandboxSettings(port, bind, officialAccount, app, ledgerSize, routes);
    }

    public SandboxSettings withLedgerSize(int entries) {
        return new SandboxSettings(port, bind, officialAccount, miniProgram, entries, routes);
    }

    /** Adds routes of the embedding program, for example {@code javalin -> javalin.routes.get("/story", …)}. */
    public SandboxSettings withRoutes(Consumer<JavalinConfig> more) {
        return new SandboxSettings(port, bind, officialAccount, miniProgram, ledgerSize, routes.andThen(more));
    }
}
