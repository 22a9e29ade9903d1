package cn.gridbell.chat;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What often-said words are answered with. Looked up in memory; a change shows on this node at once and on the others seconds later. */
@Component
class KeywordAnswers {

    static final int MOST = 300;

    private static final Pattern TAIL = Pattern.compile("[\\s。.!！?？~～,，、；;:：]+$");

    private final ChatAnswerMapper rows;
    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final Duration remembered;
    private final Clock clock;
    private volatile @Nullable Known known;

    KeywordAnswers(
            ChatAnswerMapper rows,
            IdempotencyKeys keys,
            TransactionTemplate transaction,
            ChatProperties properties,
            Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.transaction = transaction;
        this.remembered = properties.answersFor();
        this.clock = clock;
    }

    /** @param answers those that are switched on, the most important first */
    private record Known(List<ChatAnswerRow> answers, Instant readAt) {}

    /** Words as they are compared: trimmed, without a sign at the end, lower case. */
    static String plain(String said) {
        String trimmed = said.strip();
        String bare = TAIL.matcher(trimmed).replaceAll("");
        return (bare.isEmpty() ? trimmed : bare).toLowerCase(Locale.ROOT);
    }

    /** The answer to a word that is said and nothing else; also one that is looked for anywhere. */
    Optional<String> exactly(String said) {
        String words = plain(said);
        return enabled().stream()
                .filter(answer -> answer.word().equals(words))
                .findFirst()
                .map(ChatAnswerRow::answer);
    }

    /** The most important answer whose word stands somewhere in what was said. */
    Optional<String> within(String said) {
        String words = plain(said);
        return enabled().stream()
                .filter(answer -> answer.matching() == Matching.CONTAINED && words.contains(answer.word()))
                .findFirst()
                .map(ChatAnswerRow::answer);
    }

    private List<ChatAnswerRow> enabled() {
        Known current = known;
        Instant now = clock.instant();
        if (current == null || Duration.between(current.readAt(), now).abs().compareTo(remembered) > 0) {
            current = new Known(
                    rows.all(MOST).stream().filter(ChatAnswerRow::enabled).toList(), now);
            known = current;
        }
        return current.answers();
    }

    List<ChatAnswer> all() {
        return rows.all(MOST).stream().map(ChatAnswer::of).toList();
    }

    /**
     * @throws ChatAnswerTaken 409 if the word is answered already
     * @throws ChatAnswersFull 409
     */
    ChatAnswer add(Caller caller, @Nullable IdempotencyKey key, WriteChatAnswer answer) {
        return changed(() -> {
            IdempotencyKeys.What what = new IdempotencyKeys.What("add-chat-answer", answer);
            return keys.once(caller, key, what, ChatAnswer.class, () -> {
                if (rows.count() >= MOST) {
                    throw new ChatAnswersFull();
                }
                rows.insert(plain(answer.word()), answer, caller.requireStaffId(), clock.instant());
                return require(rows.lastId());
            });
        });
    }

    /**
     * Replaces a whole answer.
     *
     * @throws ChatAnswerNotFound 404
     * @throws ChatAnswerChanged  409 if somebody else was faster
     * @throws ChatAnswerTaken    409 if another answer has the word
     */
    ChatAnswer replace(Caller caller, ChatAnswerId id, WriteChatAnswer answer) {
        return changed(() -> {
            require(id.value());
            if (answer.version() == null) {
                throw InvalidInput.of("version", "请带上读到的版本号。");
            }
            if (rows.replace(id.value(), plain(answer.word()), answer, caller.requireStaffId(), clock.instant()) == 0) {
                throw new ChatAnswerChanged();
            }
            return require(id.value());
        });
    }

    /** @throws ChatAnswerNotFound 404 */
    ChatAnswer remove(ChatAnswerId id) {
        return changed(() -> {
            ChatAnswer gone = require(id.value());
            rows.remove(id.value());
            return gone;
        });
    }

    private interface Change {
        ChatAnswer make();
    }

    private ChatAnswer changed(Change change) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> change.make()));
        } catch (DuplicateKeyException e) {
            throw new ChatAnswerTaken();
        } finally {
            known = null;
        }
    }

    private ChatAnswer require(long id) {
        ChatAnswerRow row = rows.find(id);
        if (row == null) {
            throw new ChatAnswerNotFound();
        }
        return ChatAnswer.of(row);
    }
}
