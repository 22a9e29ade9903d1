package cn.gridbell.message;

import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.disclosure.PlainPhone;
import cn.gridbell.resident.disclosure.RevealPurpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said to people, and what could not be said. */
@Service
public class Messages {

    /** How long a message that is queued again by hand is worth sending, at least. */
    private static final Duration SECOND_LIFE = Duration.ofDays(1);

    private static final long NOBODY = -1;

    private final MessageMapper messages;
    private final Territory territory;
    private final Reveals reveals;
    private final Bell bell;
    private final Clock clock;

    Messages(MessageMapper messages, Territory territory, Reveals reveals, Bell bell, Clock clock) {
        this.messages = messages;
        this.territory = territory;
        this.reveals = reveals;
        this.bell = bell;
        this.clock = clock;
    }

    /** Everything that was said to this person, as resident and as staff, newest first. */
    @Transactional(readOnly = true)
    Page<InboxLine> inboxOf(Caller caller, PageRequest page) {
        Cursor from = page.from(Cursor.NEWEST);
        Long staffId = caller.staffId();
        List<InboxRow> rows = messages.inbox(
                caller.residentId(), staffId == null ? NOBODY : staffId, from.at(), from.id(), page.fetch());
        return Page.of(rows, page.size(), row -> new Cursor(row.createdAt(), row.id()), InboxLine::of);
    }

    /** Messages in a status, newest first. A page holds fewer than asked for where others lie outside the caller's territory. */
    @Transactional(readOnly = true)
    Page<WorkLine> withStatus(Caller caller, MessageStatus status, PageRequest page) {
        Cursor from = page.from(Cursor.NEWEST);
        List<WorkRow> rows = messages.withStatus(status, from.at(), from.id(), page.fetch());
        Page<WorkRow> found = Page.of(rows, page.size(), row -> new Cursor(row.createdAt(), row.id()), row -> row);
        List<WorkLine> shown = found.items().stream()
                .filter(row -> territory.covers(caller, row.person()))
                .map(row -> line(caller, row))
                .toList();
        return new Page<>(shown, found.next());
    }

    /**
     * Puts a message back into the queue, all channels open again.
     *
     * @throws MessageNotFound      404
     * @throws MessageNotRedrivable 409 unless it is {@code DEAD}, {@code COULD_NOT_TELL} or {@code UNKNOWN}
     */
    @Transactional
    WorkLine redrive(Caller caller, MessageId id) {
        covered(caller, id);
        Instant now = clock.instant();
        if (messages.redrive(id.value(), now, now.plus(SECOND_LIFE)) == 0) {
            throw new MessageNotRedrivable();
        }
        bell.ring();
        return line(caller, Objects.requireNonNull(messages.find(id.value())));
    }

    /**
     * A staff member told the person by telephone.
     *
     * @throws MessageNotFound      404
     * @throws MessageNotRedrivable 409 unless it is {@code DEAD}, {@code COULD_NOT_TELL} or {@code UNKNOWN}
     */
    @Transactional
    WorkLine told(Caller caller, MessageId id) {
        covered(caller, id);
        if (messages.told(id.value(), caller.requireStaffId(), clock.instant()) == 0) {
            throw new MessageNotRedrivable();
        }
        return line(caller, Objects.requireNonNull(messages.find(id.value())));
    }

    /**
     * The phone of whoever could not be told, in plain; written down first.
     *
     * @throws MessageNotFound    404 for anybody who does not serve the person's grid or one above it
     * @throws NobodyToCall       409 unless a resident could not be told
     * @throws ResidentShielded   403 if it is hidden from the caller who reported the matter
     */
    @Transactional
    PlainPhone revealPhone(Caller caller, MessageId id, RevealPurpose why) {
        return reveals.phone(caller, covered(caller, id), why);
    }

    /** What waits for a later time is looked at again now; what is planned for later stays planned. */
    @Transactional
    void bringForward() {
        messages.bringForward(clock.instant());
        bell.ring();
    }

    private WorkRow covered(Caller caller, MessageId id) {
        WorkRow row = messages.find(id.value());
        if (row == null || !territory.covers(caller, row.person())) {
            throw new MessageNotFound();
        }
        return row;
    }

    private WorkLine line(Caller caller, WorkRow row) {
        return WorkLine.of(row, reveals.mayKnow(caller, row), territory.maskedPhoneOf(row.person()));
    }
}
