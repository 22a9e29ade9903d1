package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.crypto.FieldCipher.Place;
import cn.gridbell.wechat.inbound.Letterbox.Dropped;
import cn.gridbell.wechat.inbound.Letterbox.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything WeChat pushed, once each: stored sealed before it is answered. Thread-safe. */
@Component
public class InboundLog {

    private static final String COLUMN = "wechat_inbound.body";
    private static final String SENDER = "wechat_inbound.sender_key";
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9_.]{1,64}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final byte[] SEPARATOR = {0};

    private final InboundMapper rows;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final Clock clock;
    private final Letterbox letterbox;
    private final InboundBell bell;

    InboundLog(
            InboundMapper rows,
            FieldCipher cipher,
            JsonMapper json,
            Clock clock,
            Letterbox letterbox,
            InboundBell bell) {
        this.rows = rows;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
        this.letterbox = letterbox;
        this.bell = bell;
    }

    /** A letter as it was stored; empty once it was erased. */
    public Optional<InboundLetter> find(long id) {
        return Optional.ofNullable(rows.find(id)).flatMap(this::letter);
    }

    /** Erases what this openid wrote and what was not worked yet; part of the caller's transaction. */
    public void forgetSender(String openId) {
        rows.forgetSender(senderKeyOf(openId), clock.instant());
    }

    /** By what the letters of this openid are found. */
    public byte[] senderKeyOf(String openId) {
        return cipher.index(SENDER, openId);
    }

    /** Stores a push before it is answered, once. */
    Dropped store(Push push) {
        Instant now = clock.instant();
        byte[] key = keyOf(push);
        ObjectNode content = push.content();
        return letterbox.drop(
                new Letter(
                        key,
                        push.door(),
                        kind(content),
                        cipher.seal(place(key), content.toString()),
                        senderKey(content),
                        happenedAt(content, now),
                        now),
                bell::ring);
    }

    /** The row of a push that was stored before; empty if there is none any more. */
    Optional<Long> idOf(Push push) {
        return Optional.ofNullable(rows.findByKey(keyOf(push)));
    }

    /** Whether a letter waits to be worked. */
    boolean isNew(long id) {
        return rows.countNew(id) == 1;
    }

    Optional<InboundLetter> letter(InboundRow row) {
        if (row.body() == null) {
            return Optional.empty();
        }
        String body = cipher.open(place(row.eventKey()), row.body());
        return Optional.of(new InboundLetter(row.id(), row.door(), row.kind(), row.happenedAt(), json.readTree(body)));
    }

    /** Whom a letter is about: {@code OpenID} where WeChat itself writes, else who wrote. */
    private byte @Nullable [] senderKey(ObjectNode content) {
        return InboundLetter.textOf(content, "OpenID")
                .or(() -> InboundLetter.textOf(content, "FromUserName"))
                .map(this::senderKeyOf)
                .orElse(null);
    }

    private static Place place(byte[] key) {
        return new Place(COLUMN, HexFormat.of().formatHex(key));
    }

    /** Messages have an id of their own; of events the whole body is what tells two of one second apart and a retry from a new one. */
    static byte[] keyOf(Push push) {
        byte[] app = push.appId().getBytes(StandardCharsets.UTF_8);
        Optional<String> messageId =
                isEvent(push.content()) ? Optional.empty() : InboundLetter.textOf(push.content(), "MsgId");
        byte[] identity = messageId
                .map(id -> ("message:" + id).getBytes(StandardCharsets.UTF_8))
                .orElse(push.message());
        return CallbackCrypto.digest("SHA-256", app, SEPARATOR, identity);
    }

    private static boolean isEvent(ObjectNode content) {
        return InboundLetter.textOf(content, "MsgType").orElse("event").equals("event");
    }

    static String kind(ObjectNode content) {
        String kind = isEvent(content)
                ? "event." + InboundLetter.textOf(content, "Event").orElse("")
                : InboundLetter.textOf(content, "MsgType").orElse("");
        return KIND.matcher(kind).matches() ? kind : "unknown";
    }

    private static Instant happenedAt(ObjectNode content, Instant now) {
        return InboundLetter.textOf(content, "CreateTime")
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .orElse(now);
    }
}
