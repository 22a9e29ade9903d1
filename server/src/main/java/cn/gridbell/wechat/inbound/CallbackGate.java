package cn.gridbell.wechat.inbound;

import cn.gridbell.wechat.inbound.CallbackCrypto.Opened;
import cn.gridbell.wechat.inbound.GateProperties.Lock;
import cn.gridbell.wechat.inbound.PassiveAnswers.Kept;
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
 * log, and perhaps a moment's wait for an answer in the chat. Only the safe mode (安全模式) is taken: the plaintext and compatible modes carry nothing that proves the body.
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
    private final PassiveAnswers answers;
    private final Clock clock;
    private final MeterRegistry meters;

    CallbackGate(GateProperties properties, PassiveAnswers answers, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.answers = answers;
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
        if (signer(lock, query.get("signature"), query.get("timestamp"), query.get("nonce"))
                        .isEmpty()
                || !ECHO.matcher(echo).matches()) {
            return answer(door, Verdict.BAD_SIGNATURE, "");
        }
        return fresh(query) ? answer(door, Verdict.VERIFIED, echo) : answer(door, Verdict.OLD, "");
    }

    /** @param body at most one byte more than {@link #LARGEST_BODY} */
    Answer receive(Door door, String appId, CallbackQuery query, byte[] body) {
        Kept kept = judge(door, appId, query, body);
        return answer(
                door,
                kept.verdict(),
                kept.verdict().status() == 200 ? kept.reply().orElse("success") : "");
    }

    private Kept judge(Door door, String appId, CallbackQuery query, byte[] body) {
        Lock lock = properties.lock(door);
        if (!lock.appId().equals(appId)) {
            return refused(Verdict.UNKNOWN_APP);
        }
        if (body.length > LARGEST_BODY) {
            return refused(Verdict.TOO_LARGE);
        }
        Optional<String> sealed = sealed(body);
        if (sealed.isEmpty()) {
            return refused(Verdict.NOT_SEALED);
        }
        Optional<String> token =
                signer(lock, query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), sealed.get());
        if (token.isEmpty()) {
            return refused(Verdict.BAD_SIGNATURE);
        }
        return fresh(query) ? opened(door, lock, token.get(), sealed.get()) : refused(Verdict.OLD);
    }

    private Kept opened(Door door, Lock lock, String token, String sealed) {
        for (SecretKeySpec key : lock.keys()) {
            Optional<Opened> opened = CallbackCrypto.open(key, sealed);
            if (opened.isPresent()) {
                return opened.get().appId().equals(lock.appId())
                        ? keep(door, lock, token, key, opened.get().message())
                        : refused(Verdict.NOT_FOR_US);
            }
        }
        return refused(Verdict.UNREADABLE);
    }

    private Kept keep(Door door, Lock lock, String token, SecretKeySpec key, byte[] message) {
        Optional<ObjectNode> content = CallbackBody.parse(message);
        if (content.isEmpty()) {
            return refused(Verdict.UNREADABLE);
        }
        Push push = new Push(door, lock.appId(), token, key, message, content.get());
        if (lock.originalId() != null && !lock.originalId().equals(push.field("ToUserName"))) {
            return refused(Verdict.NOT_FOR_US);
        }
        return answers.keep(push);
    }

    private static Kept refused(Verdict verdict) {
        return new Kept(verdict, Optional.empty());
    }

    /** The token of ours that signed the parts; each is tried, whether or not one fits already. */
    private static Optional<String> signer(Lock lock, String given, String... parts) {
        Optional<String> signer = Optional.empty();
        for (String token : lock.tokens()) {
            String[] all = new String[parts.length + 1];
            System.arraycopy(parts, 0, all, 0, parts.length);
            all[parts.length] = token;
            if (CallbackCrypto.same(CallbackCrypto.signature(all), given)) {
                signer = Optional.of(token);
            }
        }
        return signer;
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
