package dev.gridbell.sandbox;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The two apps; where their pushes go can change while the sandbox runs. */
final class Apps {
    private final Map<AppKind, SandboxApp> apps = new ConcurrentHashMap<>();

    Apps(SandboxApp officialAccount, SandboxApp miniProgram) {
        apps.put(AppKind.OFFICIAL_ACCOUNT, officialAccount);
        apps.put(AppKind.MINI_PROGRAM, miniProgram);
    }

    SandboxApp of(AppKind kind) {
        SandboxApp app = apps.get(kind);
        if (app == null) {
            throw new IllegalStateException("no app " + kind);
        }
        return app;
    }

    void aim(AppKind kind, URI url) {
        apps.computeIfPresent(kind, (key, app) -> app.withPushUrl(url));
    }

    void protect(AppKind kind, PushMode mode) {
        apps.computeIfPresent(kind, (key, app) -> app.withPushMode(mode));
    }

    void format(AppKind kind, PushFormat format) {
        apps.computeIfPresent(kind, (key, app) -> app.withPushFormat(format));
    }

    /** The app with these credentials, or 40013, 40125. */
    SandboxApp require(String appId, String secret) {
        SandboxApp app = find(appId).orElseThrow(() -> new WechatRefusal(40013, "invalid appid"));
        if (!app.secret().equals(secret)) {
            throw new WechatRefusal(40125, "invalid appsecret");
        }
        return app;
    }

    private Optional<SandboxApp> find(String appId) {
        return Arrays.stream(AppKind.values())
                .map(this::of)
                .filter(app -> app.appId().equals(appId))
                .findFirst();
    }
}
