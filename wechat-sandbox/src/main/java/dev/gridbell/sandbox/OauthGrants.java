package dev.gridbell.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Who a browser page may ask about (网页授权): codes, tokens and what renews them. The oldest leave. */
final class OauthGrants {
    static final Duration LIFE = Duration.ofHours(2);
    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);
    private static final int KEPT = 20_000;

    private final SandboxClock clock;
    private final Map<String, Grant> codes = new RecentMap<>(KEPT);
    private final Map<String, Grant> tokens = new RecentMap<>(KEPT);
    private final Map<String, Grant> refreshers = new RecentMap<>(KEPT);

    OauthGrants(SandboxClock clock) {
        this.clock = clock;
    }

    enum Scope {
        /** 静默授权: the openid and nothing else. */
        snsapi_base,
        /** The person said yes to name and picture. */
        snsapi_userinfo
    }

    /** What one person allowed; {@code used} is for codes. */
    record Grant(Person person, Scope scope, Instant expires, boolean used) {}

    /** What is handed out for a code. */
    record Issued(String token, String refresher, Grant grant) {}

    synchronized String code(Person person, Scope scope) {
        return put(codes, person, scope, CODE_LIFE);
    }

    /** Uses a code up, or says 40029, 40163. */
    synchronized Issued redeem(String code) {
        Grant grant = find(codes, code, 40029, "invalid code");
        if (grant.used) {
            throw new WechatRefusal(40163, "code been used");
        }
        codes.put(code, new Grant(grant.person, grant.scope, grant.expires, true));
        return new Issued(
                put(tokens, grant.person, grant.scope, LIFE),
                put(refreshers, grant.person, grant.scope, REFRESH_LIFE),
                grant);
    }

    /** A fresh token for the same grant, or 40030. */
    synchronized Issued refresh(String refresher) {
        Grant grant = find(refreshers, refresher, 40030, "invalid refresh_token");
        return new Issued(put(tokens, grant.person, grant.scope, LIFE), refresher, grant);
    }

    /** What a token is good for, or 40001. */
    synchronized Grant check(String token) {
        return find(tokens, token, 40001, "invalid credential, access_token is invalid or not latest");
    }

    synchronized void clear() {
        codes.clear();
        tokens.clear();
        refreshers.clear();
    }

    private Grant find(Map<String, Grant> grants, String text, int code, String refusal) {
        Grant grant = grants.get(text);
        if (grant == null || !grant.expires.isAfter(clock.instant())) {
            throw new WechatRefusal(code, refusal);
        }
        return grant;
    }

    private String put(Map<String, Grant> grants, Person person, Scope scope, Duration life) {
        String text = Randoms.letters(32);
        grants.put(text, new Grant(person, scope, clock.instant().plus(life), false));
        return text;
    }
}
