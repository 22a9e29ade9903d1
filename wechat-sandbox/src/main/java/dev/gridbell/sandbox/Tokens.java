package dev.gridbell.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of both apps and both endpoints (获取接口调用凭据, 获取稳定版接口调用凭据). The two endpoints know nothing of each
 * other's tokens.
 */
final class Tokens {
    static final Duration LIFE = Duration.ofSeconds(7200);
    private static final Duration HANDOVER = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);
    private static final int FORCED_A_DAY = 20;

    private final SandboxClock clock;
    private final Map<String, Issued> issued = new HashMap<>();
    private final Map<AppKind, Issued> classic = new EnumMap<>(AppKind.class);
    private final Map<AppKind, Issued> stable = new EnumMap<>(AppKind.class);
    private final Map<AppKind, Forced> forced = new EnumMap<>(AppKind.class);

    Tokens(SandboxClock clock) {
        this.clock = clock;
    }

    /**
     * What a token endpoint answers.
     *
     * @param seconds how long it is still good for
     * @param fresh true if it was made just now
     */
    record Grant(String token, long seconds, boolean fresh) {}

    private static final class Issued {
        private final String token;
        private final AppKind kind;
        private Instant expires;
        private boolean revoked;

        private Issued(String token, AppKind kind, Instant expires) {
            this.token = token;
            this.kind = kind;
            this.expires = expires;
        }
    }

    private record Forced(Instant last, LocalDate day, int times) {}

    /** A new token; the one before stays good for five more minutes. */
    synchronized Grant issueClassic(AppKind kind) {
        Instant handover = clock.instant().plus(HANDOVER);
        Issued before = classic.get(kind);
        if (before != null && before.expires.isAfter(handover)) {
            before.expires = handover;
        }
        Issued next = issue(kind);
        classic.put(kind, next);
        return new Grant(next.token, LIFE.toSeconds(), true);
    }

    /** The running token with its remaining seconds; a new one in the last five minutes or when forced. */
    synchronized Grant stable(AppKind kind, boolean force) {
        Instant now = clock.instant();
        Issued current = stable.get(kind);
        boolean running = current != null && current.expires.isAfter(now.plus(HANDOVER));
        boolean mayForce = force && mayForce(kind, now);
        if (current != null && running && !mayForce) {
            return new Grant(
                    current.token, Duration.between(now, current.expires).toSeconds(), false);
        }
        if (current != null && mayForce) {
            current.revoked = true;
        }
        Issued next = issue(kind);
        stable.put(kind, next);
        return new Grant(next.token, LIFE.toSeconds(), true);
    }

    /** The app a token speaks for, or 41001, 40001, 42001. */
    synchronized AppKind check(@Nullable String token) {
        if (token == null || token.isEmpty()) {
            throw new WechatRefusal(41001, "access_token missing");
        }
        Issued found = issued.get(token);
        if (found == null || found.revoked) {
            throw new WechatRefusal(40001, "invalid credential, access_token is invalid or not latest");
        }
        if (!found.expires.isAfter(clock.instant())) {
            throw new WechatRefusal(42001, "access_token expired");
        }
        return found.kind;
    }

    /** Makes every token of an app invalid although the token endpoints go on handing the stable one out. */
    synchronized void revoke(AppKind kind) {
        issued.values().stream().filter(token -> token.kind == kind).forEach(token -> token.revoked = true);
    }

    synchronized void clear() {
        issued.clear();
        classic.clear();
        stable.clear();
        forced.clear();
    }

    private boolean mayForce(AppKind kind, Instant now) {
        Forced before = forced.get(kind);
        LocalDate today = clock.day();
        int times = before != null && before.day.equals(today) ? before.times : 0;
        // A clock set back by whoever plays here leaves forced calls in its future; they count for nothing.
        boolean tooSoon = before != null
                && !before.last.isAfter(now)
                && before.last.plus(BETWEEN_FORCED).isAfter(now);
        if (tooSoon || times >= FORCED_A_DAY) {
            return false;
        }
        forced.put(kind, new Forced(now, today, times + 1));
        return true;
    }

    private Issued issue(AppKind kind) {
        Instant now = clock.instant();
        issued.values().removeIf(old -> old.expires.isBefore(now.minus(Duration.ofDays(1))));
        Issued next = new Issued(Randoms.letters(136), kind, now.plus(LIFE));
        issued.put(next.token, next);
        return next;
    }
}
