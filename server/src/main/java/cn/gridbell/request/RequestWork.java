package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.RequestTimeline.Pictures;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.outcome.Ending;
import cn.gridbell.request.outcome.Endings;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a request once it exists. Each method reads the row, lets it decide, stores it by compare-and-swap, writes the timeline and
 * tells the facts, all in one transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestWork {

    private final RequestParties parties;
    private final RequestTurns turns;
    private final RequestTimeline timeline;
    private final RequestRouting routing;
    private final Answers answers;
    private final Clock clock;

    RequestWork(
            RequestParties parties,
            RequestTurns turns,
            RequestTimeline timeline,
            RequestRouting routing,
            Answers answers,
            Clock clock) {
        this.parties = parties;
        this.turns = turns;
        this.timeline = timeline;
        this.routing = routing;
        this.answers = answers;
        this.clock = clock;
    }

    /** What an answer says beside its words, and what its category demands. */
    @Component
    record Answers(Endings endings, RequestCategories categories) {

        void requirePicture(Request request, @Nullable List<PhotoId> photos) {
            boolean demanded = categories
                    .find(request.category())
                    .filter(category -> category.habits().afterPhoto())
                    .isPresent();
            if (demanded && (photos == null || photos.isEmpty())) {
                throw InvalidInput.of("photoIds", "这类诉求办结时必须上传处置后的照片，请拍照后再提交。");
            }
        }
    }

    RequestStanding accept(Caller caller, RequestId id) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.requireVisible(by.id(), id);
        request.accept(parties.asHolder(by.id(), request), parties.is(Party.TAKER, by.id(), request), now);
        int turn = turns.store(request);
        timeline.write(id, EntryKind.ACCEPTED, Actor.of(by.id()), TimelineWords.accepted(by), now);
        turns.tell(new RequestAccepted(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }

    /** @throws InvalidInput 400 if what the closure or the category demands is missing */
    RequestStanding answer(Caller caller, RequestId id, AnswerRequest command) {
        Instant now = clock.instant();
        StaffId by = new StaffId(caller.requireStaffId());
        Request request = parties.require(by, id, RequestMove.ANSWER);
        Closure closure = command.closure().closure();
        Ending ending = command.ending();
        if (closure == Closure.SOLVED) {
            answers.requirePicture(request, command.photoIds());
        }
        String words = command.words().strip();
        request.answer(by, closure, words, now);
        int turn = turns.store(request);
        answers.endings().keep(id.value(), ending);
        timeline.writeAnswer(
                id,
                Actor.of(by),
                TimelineWords.answered(closure, words, ending),
                now,
                Pictures.of(caller, command.photoIds()),
                Pictures.of(caller, command.beforePhotoIds()));
        turns.tell(new RequestAnswered(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }

    RequestStanding whistle(Caller caller, RequestId id, EscalateRequest command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.ESCALATE);
        String words = TimelineWords.whistled(
                by, request.nextColour(), command.reason().strip());
        escalate(request, RequestMove.ESCALATE, Actor.of(by.id()), words, now);
        return RequestStanding.of(request);
    }

    /** Moves a request up whose deadline has passed; nothing happens if it moved meanwhile. */
    @Transactional
    void escalateOverdue(RequestId id) {
        Instant now = clock.instant();
        Request request = parties.find(id);
        if (request != null && request.isOverdueForTimer(now)) {
            String words = TimelineWords.overdue(request.colour(), request.nextColour());
            escalate(request, RequestMove.OVERDUE, Actor.SYSTEM, words, now);
        }
    }

    RequestStanding withdraw(Caller caller, RequestId id, WithdrawRequest command) {
        Instant now = clock.instant();
        Request request = parties.requireOwn(caller, id);
        request.make(RequestMove.WITHDRAW, now);
        int turn = turns.store(request);
        timeline.writeOwnWords(
                id,
                EntryKind.WITHDRAWN,
                reporterOf(request),
                TimelineWords.withdrawn(command.reason().strip()),
                now);
        turns.tell(new RequestWithdrawn(id, request.holder(), turn, now));
        return RequestStanding.of(request);
    }

    RequestStanding comment(Caller caller, RequestId id, CommentOnRequest command) {
        Request request = parties.requireOwn(caller, id);
        timeline.requireRoomForComment(id);
        timeline.writeOwnWords(
                id,
                EntryKind.COMMENTED,
                reporterOf(request),
                command.text().strip(),
                clock.instant(),
                Pictures.of(caller, command.photoIds()));
        return RequestStanding.of(request);
    }

    private void escalate(Request request, RequestMove why, Actor actor, String words, Instant now) {
        request.require(why);
        Route route = routing.up(request, now);
        request.escalate(why, route.assignee(), route.dueAt(), now);
        int turn = turns.store(request);
        timeline.write(request.requestId(), EntryKind.ESCALATED, actor, words, now);
        turns.tell(new RequestEscalated(request.requestId(), request.reporter(), turn, now));
        turns.announceHolder(request, route, turn, now);
    }

    private static ResidentId reporterOf(Request request) {
        return Objects.requireNonNull(request.reporter());
    }
}
