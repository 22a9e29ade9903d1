package dev.gridbell.sandbox;

import java.net.URI;

/**
 * One of the two apps the sandbox plays.
 *
 * @param kind official account or mini-program
 * @param appId {@code wx} and 16 characters
 * @param secret the AppSecret
 * @param originalId the {@code gh_…} id that stands in {@code ToUserName} of every push
 * @param push where and how events are pushed
 */
public record SandboxApp(AppKind kind, String appId, String secret, String originalId, PushSettings push) {
    public SandboxApp {
        if (kind == AppKind.OFFICIAL_ACCOUNT && push.format() != PushFormat.XML) {
            throw new IllegalArgumentException("an official account is pushed XML only");
        }
    }

    /** The same app, its pushes going somewhere else. */
    public SandboxApp withPushUrl(URI url) {
        return new SandboxApp(kind, appId, secret, originalId, push.withUrl(url));
    }

    /** The same app with another 消息加解密方式. */
    public SandboxApp withPushMode(PushMode mode) {
        return new SandboxApp(kind, appId, secret, originalId, push.withMode(mode));
    }

    /** The same app with another push format; refused for an official account. */
    public SandboxApp withPushFormat(PushFormat format) {
        return new SandboxApp(kind, appId, secret, originalId, push.withFormat(format));
    }
}
