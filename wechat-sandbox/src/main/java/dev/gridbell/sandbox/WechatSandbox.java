package dev.gridbell.sandbox;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;

/**
 * A running local WeChat platform.
 *
 * <p>Start it inside a test with {@code WechatSandbox.start(SandboxSettings.local().withPort(0))} and point the server's API
 * host at {@link #baseUrl()}. Everything else is done over HTTP, under {@code /sandbox}.
 */
public final class WechatSandbox implements AutoCloseable {
    private static final long MOST_BYTES = 12L * 1024 * 1024;

    private final SandboxSettings settings;
    private final Platform platform;
    private final Javalin server;

    private WechatSandbox(SandboxSettings settings, Clock machine) {
        this.settings = settings;
        platform = new Platform(settings, machine);
        server = Javalin.create(this::configure).start();
    }

    /**
     * Starts a sandbox; it listens when this returns.
     *
     * @throws RuntimeException if the port is taken
     */
    public static WechatSandbox start(SandboxSettings settings) {
        return new WechatSandbox(settings, Clock.systemUTC());
    }

    /** The port it listens on, also when 0 was asked for. */
    public int port() {
        return server.port();
    }

    /** Where the API and the controls are, without a slash at the end. */
    public URI baseUrl() {
        return URI.create(String.format(Locale.ROOT, "http://%s:%d", settings.bind(), port()));
    }

    /** Tells WeChat's console where the pushes go; may be done at any time. */
    public void pushTo(URI officialAccount, URI miniProgram) {
        platform.apps.aim(AppKind.OFFICIAL_ACCOUNT, officialAccount);
        platform.apps.aim(AppKind.MINI_PROGRAM, miniProgram);
    }

    @Override
    public void close() {
        server.stop();
        platform.close();
    }

    private void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.jetty.host = settings.bind();
        javalin.jetty.port = settings.port();
        javalin.http.maxRequestSize = MOST_BYTES;
        javalin.routes.before(WechatSandbox::takeBody);
        ApiPlane api = new ApiPlane(platform, javalin.routes);
        new TokenEndpoints(platform).register(api);
        new AccountEndpoints(platform).register(api);
        new PersonEndpoints(platform).register(api);
        new FollowerEndpoints(platform).register(api);
        new OauthEndpoints(platform).register(api, javalin.routes);
        new Sends(platform).register(api);
        new Chats(platform).register(api);
        new MenuEndpoints(platform).register(api);
        new MediaEndpoints(platform).register(api);
        new TemplateEndpoints(platform).register(api);
        new LibraryEndpoints(platform).register(api);
        new ContentChecks(platform).register(api);
        new CodeEndpoints(platform).register(api);
        new LinkEndpoints(platform).register(api);
        new Controls(platform).register(javalin.routes);
        new Phones(platform).register(javalin.routes);
        new Conversations(platform).register(javalin.routes);
        new PersonAccounts(platform).register(javalin.routes);
        new Pictures(platform).register(javalin.routes);
        settings.routes().accept(javalin);
    }

    /** A body that stays unread when the answer leaves makes Jetty close the connection under the caller's next request. */
    private static void takeBody(Context context) {
        if (!context.isMultipartFormData()) {
            context.bodyAsBytes();
        }
    }
}
