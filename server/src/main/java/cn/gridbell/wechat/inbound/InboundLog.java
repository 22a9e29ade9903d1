package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.crypto.FieldCipher.Place;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything WeChat pushed, once each: stored sealed before it is answered. Thread-safe. */
@Component
public class InboundLog {

    private static final String COLUMN = "wechat_inbound.body";
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9_.]{1,64}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final byte[] SEPARATOR = {0};

    private final InboundMapper rows;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher bell;

    InboundLog(
            InboundMapper rows,
            FieldCipher cipher,
            JsonMapper json,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher bell) {
        this.rows = rows;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        this.bell = bell;
    }

    /** A letter as it was stored; empty once it was erased. */
    public Optional<InboundLetter> find(long id) {
        return Optional.ofNullable(rows.find(id)).flatMap(this::letter);
    }

    /**
     * @param message the decrypted body as it came
     * @param content the same, read
     */
    Verdict store(Door door, String appId, byte[] message, ObjectNode content) {
        Instant now = clock.instant();
        byte[] key = eventKey(appId, message, content);
        byte[] sealed = cipher.seal(place(key), content.toString());
        try {
            transaction.executeWithoutResult(
                    status -> rows.insert(key, door, kind(content), sealed, happenedAt(content, now), now));
        } catch (DuplicateKeyException e) {
            return Verdict.REPEATED;
        } catch (DataAccessException | TransactionException e) {
            return Verdict.NOT_STORED;
        }
        bell.publishEvent(new LetterStored());
        return Verdict.STORED;
    }

    /** Rung after a letter was stored, so that it is worked at once on this node; the log itself is what counts. */
    record LetterStored() {}

    Optional<InboundLetter> letter(InboundRow row) {
        if (row.body() == null) {
            return Optional.empty();
        }
        String body = cipher.open(place(row.eventKey()), row.body());
        return Optional.of(new InboundLetter(row.id(), row.door(), row.kind(), row.happenedAt(), json.readTree(body)));
    }

    private static Place place(byte[] key) {
        return new Place(COLUMN, HexFormat.of().formatHex(key));
    }

    /** Messages have an id of their own; of events the whole body is what tells two of one second apart and a retry from a new one. */
    private static byte[] eventKey(String appId, byte[] message, ObjectNode content) {
        byte[] app = appId.getBytes(StandardCharsets.UTF_8);
        Optional<String> messageId = isEvent(content) ? Optional.empty() : InboundLetter.textOf(content, "MsgId");
        byte[] identity = messageId
                .map(id -> ("message:" + id).getBytes(StandardCharsets.UTF_8))
                .orElse(message);
        return CallbackCrypto.digest("SHA-256", app, SEPARATOR, identity);
    }

    private static boolean isEvent(ObjectNode content) {
        return InboundLetter.textOf(content, "MsgType").orElse("event").equals("event");
    }

    private static String kind(ObjectNode content) {
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
