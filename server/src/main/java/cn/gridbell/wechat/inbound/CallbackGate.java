package cn.gridbell.wechat.inbound;

import cn.gridbell.wechat.inbound.CallbackCrypto.Opened;
import cn.gridbell.wechat.inbound.GateProperties.Lock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides about each call to the callback addresses, in this order: our app, size, signature, time, decryption, recipient, then the inbound
 * log. Only the safe mode (安全模式) is taken: the plaintext and compatible modes carry nothing that proves the body.
 *
 * <p>Nothing of a call is logged; {@code gridbell.wechat.callbacks} counts the verdicts.
 */
@Component
class CallbackGate {

    /** A callback carries text and links, never files. */
    static final int LARGEST_BODY = 64 * 1024;

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern ECHO = Pattern.compile("[\\x21-\\x7e]{1,256}");

    private final GateProperties properties;
    private final InboundLog log;
    private final Clock clock;
    private final MeterRegistry meters;

    CallbackGate(GateProperties properties, InboundLog log, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.log = log;
        this.clock = clock;
        this.meters = meters;
    }

    /** @param text what is answered as the body; empty unless the verdict is good */
    record Answer(Verdict verdict, String text) {}

    /** WeChat asks whether the address is ours: 接入验证. */
    Answer verify(Door door, String appId, CallbackQuery query) {
        Lock lock = properties.lock(door);
        String echo = query.get("echostr");
        if (!lock.appId().equals(appId)) {
            return answer(door, Verdict.UNKNOWN_APP, "");
        }
        if (!signed(lock, query.get("signature"), query.get("timestamp"), query.get("nonce"))
                || !ECHO.matcher(echo).matches()) {
            return answer(door, Verdict.BAD_SIGNATURE, "");
        }
        return fresh(query) ? answer(door, Verdict.VERIFIED, echo) : answer(door, Verdict.OLD, "");
    }

    /** @param body at most one byte more than {@link #LARGEST_BODY} */
    Answer receive(Door door, String appId, CallbackQuery query, byte[] body) {
        Verdict verdict = judge(door, appId, query, body);
        return answer(door, verdict, verdict.status() == 200 ? "success" : "");
    }

    private Verdict judge(Door door, String appId, CallbackQuery query, byte[] body) {
        Lock lock = properties.lock(door);
        if (!lock.appId().equals(appId)) {
            return Verdict.UNKNOWN_APP;
        }
        if (body.length > LARGEST_BODY) {
            return Verdict.TOO_LARGE;
        }
        Optional<String> sealed = sealed(body);
        if (sealed.isEmpty()) {
            return Verdict.NOT_SEALED;
        }
        if (!signed(lock, query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), sealed.get())) {
            return Verdict.BAD_SIGNATURE;
        }
        if (!fresh(query)) {
            return Verdict.OLD;
        }
        Optional<Opened> opened = open(lock, sealed.get());
        if (opened.isEmpty()) {
            return Verdict.UNREADABLE;
        }
        return opened.get().appId().equals(appId)
                ? keep(door, lock, opened.get().message())
                : Verdict.NOT_FOR_US;
    }

    private Verdict keep(Door door, Lock lock, byte[] message) {
        Optional<ObjectNode> content = CallbackBody.parse(message);
        if (content.isEmpty()) {
            return Verdict.UNREADABLE;
        }
        String recipient = InboundLetter.textOf(content.get(), "ToUserName").orElse("");
        if (lock.originalId() != null && !lock.originalId().equals(recipient)) {
            return Verdict.NOT_FOR_US;
        }
        return log.store(door, lock.appId(), message, content.get());
    }

    private boolean signed(Lock lock, String given, String... parts) {
        boolean signed = false;
        for (String token : lock.tokens()) {
            String[] all = new String[parts.length + 1];
            System.arraycopy(parts, 0, all, 0, parts.length);
            all[parts.length] = token;
            signed |= CallbackCrypto.same(CallbackCrypto.signature(all), given);
        }
        return signed;
    }

    private boolean fresh(CallbackQuery query) {
        String seconds = query.get("timestamp");
        if (!SECONDS.matcher(seconds).matches()) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
        return Duration.between(sent, clock.instant()).abs().compareTo(FRESH) <= 0;
    }

    /** The ciphertext, if the envelope holds nothing else that somebody could take for a message. */
    private static Optional<String> sealed(byte[] body) {
        return CallbackBody.parse(body)
                .filter(envelope -> !envelope.has("MsgType"))
                .map(envelope -> envelope.get("Encrypt"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private static Optional<Opened> open(Lock lock, String sealed) {
        for (SecretKeySpec key : lock.keys()) {
            Optional<Opened> opened = CallbackCrypto.open(key, sealed);
            if (opened.isPresent()) {
                return opened;
            }
        }
        return Optional.empty();
    }

    private Answer answer(Door door, Verdict verdict, String text) {
        meters.counter(
                        "gridbell.wechat.callbacks",
                        "app",
                        door.name().toLowerCase(Locale.ROOT),
                        "verdict",
                        verdict.name().toLowerCase(Locale.ROOT))
                .increment();
        return new Answer(verdict, text);
    }
}
