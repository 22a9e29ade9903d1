package cn.gridbell.platform;

import cn.gridbell.platform.security.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a repeated call the same call. The key's row is written first in the transaction of the work itself, so that the answer, the work and
 * the key stand or fall together; a second call with the same key waits on that row and then reads the stored answer.
 */
@Component
public class IdempotencyKeys {

    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofDays(7);

    private final IdempotencyMapper keys;
    private final JsonMapper json;
    private final Clock clock;

    IdempotencyKeys(IdempotencyMapper keys, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does the work once for this person and key. Must be called inside the transaction of the work, as its first statement.
     *
     * @param key  null: no key was sent, the work is done each time
     * @param what the operation and its body; another body under the same key is refused
     * @param type the answer, a record that JSON carries there and back; no personal data in it
     * @throws IdempotencyKeyReused 422, same key and another operation or body
     * @throws IdempotencyKeyInProgress 409, the first call is still at work
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(Caller caller, @Nullable IdempotencyKey key, What what, Class<T> type, Supplier<T> work) {
        return onceFor(caller.residentId(), key, what, type, work);
    }

    /**
     * The same for somebody who is no person: another program.
     *
     * @param owner below 0 for a program, so that it never meets a person's keys
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T onceFor(long owner, @Nullable IdempotencyKey key, What what, Class<T> type, Supplier<T> work) {
        if (key == null) {
            return work.get();
        }
        byte[] hash = hash(what);
        try {
            keys.insert(owner, key.value(), hash, clock.instant());
        } catch (DuplicateKeyException e) {
            return stored(owner, key, hash, type);
        } catch (CannotAcquireLockException e) {
            throw new IdempotencyKeyInProgress();
        }
        T answer = work.get();
        keys.storeAnswer(owner, key.value(), json.writeValueAsString(answer));
        return answer;
    }

    /** A person leaves; part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long residentId) {
        keys.forget(residentId);
    }

    /**
     * @param operation stable name, for example {@code submit-request}
     * @param body      the command as parsed
     */
    public record What(String operation, Object body) {}

    private <T> T stored(long owner, IdempotencyKey key, byte[] hash, Class<T> type) {
        IdempotencyRow row = keys.find(owner, key.value());
        if (row == null) {
            throw new IdempotencyKeyInProgress();
        }
        if (!MessageDigest.isEqual(row.bodyHash(), hash)) {
            throw new IdempotencyKeyReused();
        }
        if (row.answer() == null) {
            throw new IdempotencyKeyInProgress();
        }
        return json.readValue(row.answer(), type);
    }

    private byte[] hash(What what) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(what.operation().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return sha256.digest(json.writeValueAsBytes(what.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
