package dev.gridbell.sandbox;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs a sandbox alone.
 *
 * <p>Arguments {@code --port=8090 --bind=127.0.0.1 --official-account=<push url> --mini-program=<push url>}, or the environment
 * {@code SANDBOX_PORT}, {@code SANDBOX_BIND}, {@code SANDBOX_OFFICIAL_ACCOUNT}, {@code SANDBOX_MINI_PROGRAM}; arguments win.
 */
public final class Main {
    private Main() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Map<String, String> given = new TreeMap<>();
        for (String name : new String[] {"port", "bind", "official-account", "mini-program"}) {
            Optional.ofNullable(
                            System.getenv("SANDBOX_" + name.replace('-', '_').toUpperCase(Locale.ROOT)))
                    .ifPresent(value -> given.put(name, value));
        }
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !parts[0].startsWith("--")) {
                throw new IllegalArgumentException("use --port= --bind= --official-account= --mini-program=");
            }
            given.put(parts[0].substring(2), parts[1]);
        }
        WechatSandbox sandbox = WechatSandbox.start(settings(given));
        System.out.println("微信沙箱已启动：" + sandbox.baseUrl() + "/");
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    }

    static SandboxSettings settings(Map<String, String> given) {
        SandboxSettings settings = SandboxSettings.local();
        settings = settings.withPort(
                        Integer.parseInt(given.getOrDefault("port", Integer.toString(SandboxSettings.DEFAULT_PORT))))
                .withBind(given.getOrDefault("bind", settings.bind()));
        String official = given.get("official-account");
        if (official != null) {
            settings = settings.withOfficialAccount(settings.officialAccount().withPushUrl(URI.create(official)));
        }
        String mini = given.get("mini-program");
        if (mini != null) {
            settings = settings.withMiniProgram(settings.miniProgram().withPushUrl(URI.create(mini)));
        }
        return settings;
    }
}
