package cn.gridbell.wechat;

import cn.gridbell.platform.redis.SharedCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The access tokens of both apps. They come from {@code stable_token}, whose normal mode gives the same token to whoever asks: an extra fetch
 * is harmless. All nodes share them through Redis; each keeps a copy; one leader fetches ahead of time, so that callers only read. When Redis
 * is away each node fetches for itself.
 *
 * <p>A token that WeChat refuses is replaced by force at most once in thirty seconds over all nodes (force_refresh has 20 calls a day).
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html">stable_token</a>
 */
final class AccessTokens {

    private static final Duration FORCE_PAUSE = Duration.ofSeconds(30);
    private static final Duration LEADERSHIP = Duration.ofSeconds(10);
    private static final long QUEUE_SECONDS = 5;

    private final TokenlessCalls calls;
    private final WechatProperties properties;
    private final SharedCache shared;
    private final JsonMapper json;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final Map<WechatApp, Slot> slots = new EnumMap<>(WechatApp.class);

    AccessTokens(TokenlessCalls calls, WechatProperties properties, SharedCache shared, JsonMapper json, Clock clock) {
        this.calls = calls;
        this.properties = properties;
        this.shared = shared;
        this.json = json;
        this.clock = clock;
        for (WechatApp app : WechatApp.values()) {
            slots.put(app, new Slot());
        }
    }

    private static final class Slot {
        final ReentrantLock fetching = new ReentrantLock();
        volatile @Nullable HeldToken held;
        volatile @Nullable String refused;
        volatile Instant forcedAt = Instant.EPOCH;
    }

    /** What this node holds, possibly old; empty text if nothing. Never waits. */
    String held(WechatApp app) {
        HeldToken held = slot(app).held;
        return held == null ? "" : held.value();
    }

    /**
     * A token to call with. Waits only when there is none at all.
     *
     * @throws CallFailed if none can be had
     */
    String current(WechatApp app) throws CallFailed {
        Slot slot = slot(app);
        HeldToken held = slot.held;
        if (held != null && held.usable(clock.instant()) && !held.value().equals(slot.refused)) {
            return held.value();
        }
        lock(slot);
        try {
            HeldToken known = adopted(app, slot).orElse(null);
            if (known != null) {
                return known.value();
            }
            // A refused token is tried again until it was replaced: normal mode would only give the same one.
            HeldToken own = slot.held;
            return own != null && own.usable(clock.instant())
                    ? own.value()
                    : fetch(app, false).value();
        } finally {
            slot.fetching.unlock();
        }
    }

    /** WeChat refused this token with 40001, 40014 or 42001: replaces it, unless somebody already did or tried a moment ago. */
    void replace(WechatApp app, String refused) {
        Slot slot = slot(app);
        if (!slot.fetching.tryLock()) {
            return; // somebody is at it
        }
        try {
            if (!refused.equals(held(app))) {
                return;
            }
            slot.refused = refused;
            if (adopted(app, slot).isPresent() || forcedJustNow(slot)) {
                return;
            }
            if (shared.firstWithin(key("force", app), node, FORCE_PAUSE)) {
                slot.forcedAt = clock.instant();
                fetchByForce(app);
            }
        } catch (CallFailed e) {
            // the next caller meets the refused token again and comes back here
        } finally {
            slot.fetching.unlock();
        }
    }

    /** Called every few seconds: takes over what another node fetched, and fetches ahead of time if nobody else does. */
    void keepFresh() {
        for (WechatApp app : WechatApp.values()) {
            Slot slot = slot(app);
            if (!slot.fetching.tryLock()) {
                continue;
            }
            try {
                HeldToken known = adopted(app, slot).orElse(null);
                if ((known == null || known.ageing(clock.instant()))
                        && shared.firstWithin(key("leader", app), node, LEADERSHIP)) {
                    fetch(app, false);
                }
            } catch (CallFailed e) {
                // the metric of the call says so; the held token lives on
            } finally {
                slot.fetching.unlock();
            }
        }
    }

    /** What the nodes share, if it is of use; it becomes this node's own. */
    private Optional<HeldToken> adopted(WechatApp app, Slot slot) {
        Instant now = clock.instant();
        Optional<HeldToken> token = shared.find(key("token", app))
                .flatMap(HeldToken::parse)
                .filter(candidate -> candidate.usable(now))
                .filter(candidate -> !candidate.value().equals(slot.refused));
        token.ifPresent(found -> slot.held = found);
        HeldToken held = slot.held;
        return token.or(() -> Optional.ofNullable(held)
                .filter(own -> own.usable(now) && !own.value().equals(slot.refused)));
    }

    private boolean forcedJustNow(Slot slot) {
        return Duration.between(slot.forcedAt, clock.instant()).abs().compareTo(FORCE_PAUSE) < 0;
    }

    private void fetchByForce(WechatApp app) throws CallFailed {
        try {
            fetch(app, true);
        } catch (CallFailed e) {
            if (e.kind() != CallFailed.Kind.REFUSED) {
                throw e;
            }
            fetch(app, false); // the day's forced calls are used up: somebody else may have replaced it
        }
    }

    private HeldToken fetch(WechatApp app, boolean force) throws CallFailed {
        WechatProperties.Account account = properties.account(app);
        String body = json.writeValueAsString(json.createObjectNode()
                .put("grant_type", "client_credential")
                .put("appid", account.appId())
                .put("secret", account.secret())
                .put("force_refresh", force));
        HeldToken token;
        try {
            JsonNode answer = json.readTree(calls.post("/cgi-bin/stable_token", body));
            String value = answer.path("access_token").asString("");
            long seconds = answer.path("expires_in").asLong(0);
            if (value.isEmpty() || seconds <= 0) {
                throw CallFailed.unanswered();
            }
            token = HeldToken.fetched(value, Duration.ofSeconds(seconds), clock.instant());
        } catch (CallFailed e) {
            throw e;
        } catch (Exception e) {
            throw CallFailed.of(e);
        }
        Slot slot = slot(app);
        slot.held = token;
        if (!token.value().equals(slot.refused)) {
            slot.refused = null;
        }
        shared.put(key("token", app), token.text(), Duration.between(clock.instant(), token.expiresAt()));
        return token;
    }

    private static void lock(Slot slot) throws CallFailed {
        try {
            if (!slot.fetching.tryLock(QUEUE_SECONDS, TimeUnit.SECONDS)) {
                throw CallFailed.unreachable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallFailed.unreachable();
        }
    }

    private Slot slot(WechatApp app) {
        return java.util.Objects.requireNonNull(slots.get(app));
    }

    private String key(String what, WechatApp app) {
        // With the host: a token of the sandbox must never be taken for one of WeChat's.
        return "gridbell:wechat:" + what + ":" + properties.apiHost().getAuthority() + ":"
                + properties.account(app).appId();
    }
}
