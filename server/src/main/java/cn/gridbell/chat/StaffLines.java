package cn.gridbell.chat;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff say, as it is kept: before it is sent, and what became of it. */
@Component
class StaffLines {

    private final ChatMapper rows;
    private final IdempotencyKeys keys;
    private final StaffMembers staff;
    private final FieldCipher cipher;
    private final Clock clock;

    StaffLines(ChatMapper rows, IdempotencyKeys keys, StaffMembers staff, FieldCipher cipher, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.staff = staff;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * What is to be said.
     *
     * @param windowOpen whether WeChat lets anybody write
     */
    record Draft(ChatId chat, String words, boolean windowOpen) {

        @Override
        public String toString() {
            return "Draft[" + chat + "]";
        }
    }

    /** Where a line stands; what an idempotency key answers with. */
    record Standing(long chat, int lineNo) {}

    /**
     * A line that is kept.
     *
     * @param words as they are sent, with who says them
     * @param isNew false if the key was used before
     */
    record Kept(Standing line, String words, boolean isNew) {

        @Override
        public String toString() {
            return "Kept[" + line + "]";
        }
    }

    @Transactional
    Kept keep(Caller caller, @Nullable IdempotencyKey key, Draft draft) {
        AtomicBoolean isNew = new AtomicBoolean();
        IdempotencyKeys.What what = new IdempotencyKeys.What("reply-to-chat", draft.chat() + " " + draft.words());
        Standing line = keys.once(caller, key, what, Standing.class, () -> {
            isNew.set(true);
            return insert(caller, draft);
        });
        StaffId member = new StaffId(caller.requireStaffId());
        String who =
                staff.find(member).map(view -> view.title() + " " + view.name()).orElse("工作人员");
        return new Kept(line, "【" + who + "】" + draft.words().strip(), isNew.get());
    }

    private Standing insert(Caller caller, Draft draft) {
        long id = draft.chat().value();
        ChatRow chat = rows.lock(id);
        if (chat == null) {
            throw new ChatNotFound();
        }
        if (chat.status() == ChatStatus.CLOSED) {
            throw new ChatOver();
        }
        if (!draft.windowOpen()) {
            throw new ChatWindowClosed();
        }
        int lineNo = chat.lineCount() + 1;
        byte[] envelope = cipher.seal(Chats.place(id, lineNo), draft.words().strip());
        rows.addLine(id, lineNo, caller.requireStaffId(), null, envelope, LineState.SENDING, clock.instant());
        rows.grown(id, lineNo);
        return new Standing(id, lineNo);
    }

    @Transactional
    void ended(Kept kept, LineState state) {
        Standing line = kept.line();
        rows.ended(line.chat(), line.lineNo(), state);
        if (state == LineState.SENT || state == LineState.UNKNOWN) {
            rows.answered(line.chat(), line.lineNo());
        }
    }

    LineState stateOf(Kept kept) {
        return Objects.requireNonNullElse(
                rows.stateOf(kept.line().chat(), kept.line().lineNo()), LineState.UNKNOWN);
    }

    /** @throws ChatOver 409 if it was closed already */
    @Transactional
    void close(Caller caller, ChatId id) {
        if (rows.close(id.value(), caller.requireStaffId(), clock.instant()) == 0) {
            throw new ChatOver();
        }
    }
}
