package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.category.CategoryView;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happens to a request. */
@Service
public class Requests {

    private final RequestIntake intake;
    private final RequestWork work;
    private final RequestReading reading;
    private final RequestEars ears;
    private final RequestSteps steps;
    private final RequestNumbers numbers;

    Requests(
            RequestIntake intake,
            RequestWork work,
            RequestReading reading,
            RequestEars ears,
            RequestSteps steps,
            RequestNumbers numbers) {
        this.intake = intake;
        this.work = work;
        this.reading = reading;
        this.ears = ears;
        this.steps = steps;
        this.numbers = numbers;
    }

    /**
     * Opens a request for a need found at a door; part of the caller's transaction.
     *
     * @throws cn.gridbell.platform.InvalidInput 400 for an unknown category
     */
    @Transactional
    public RequestId reportNeed(ReportNeed need) {
        return intake.reportNeed(need, numbers.next()).id();
    }

    /** How a request stands, for a message about it. */
    public Optional<RequestNews> newsOf(RequestId id) {
        return reading.newsOf(id);
    }

    /** Who said "me too" to a request or came along by a merge: told what its reporter is told. */
    public List<ResidentId> followersOf(RequestId id) {
        return reading.followersOf(id);
    }

    /** Whether a resident reported a request, or one that was merged into it; who only supports it did not. */
    public boolean isReportedBy(RequestId id, ResidentId resident) {
        return reading.isReportedBy(id, resident);
    }

    /** Whether a coordination (联调) about it is open. */
    public boolean isCoordinated(RequestId id) {
        return reading.isCoordinated(id);
    }

    /** A resident's own open requests, soonest due first. */
    public List<RequestNews> openOf(ResidentId resident, int most) {
        return reading.openOf(resident, most);
    }

    /**
     * What of a request other residents and the public may see; whoever shows requests to them shows nothing else. Empty for a request that is
     * private by its category, withdrawn or turned away.
     */
    @Transactional
    public Optional<PublicContent> publicContentOf(RequestId id) {
        return reading.publicContentOf(id);
    }

    /**
     * Words a resident wrote in the chat go to the request they most likely mean: the one answered last, else the open one that moved last, within
     * 14 days. Part of the caller's transaction; the same inbound message twice counts once.
     *
     * @param inboundId identity of the chat message
     * @return the request the words were added to, empty if there is none within reach
     */
    @Transactional
    public Optional<RequestId> hearFromChat(ResidentId resident, String words, long inboundId) {
        return ears.hear(resident, words, inboundId);
    }

    /** Whether a request is this resident's own and still open: a visit may be booked for it. */
    public boolean isOpenFor(RequestId id, ResidentId resident) {
        return reading.isOpenFor(id, resident);
    }

    /** The number is taken before the transaction of the work begins: a new block of numbers needs a connection of its own. */
    RequestReceipt submit(Caller caller, IdempotencyKey key, SubmitRequest command) {
        return reading.receipt(intake.submit(caller, key, command, numbers.next()));
    }

    RequestReceipt report(Caller caller, @Nullable IdempotencyKey key, ReportRequest command) {
        return reading.receipt(intake.report(caller, key, command, numbers.next()));
    }

    @Transactional
    RequestStanding accept(Caller caller, @Nullable IdempotencyKey key, RequestId id) {
        return once(caller, key, new RequestSteps.Step("accept-request", id, List.of()), () -> work.accept(caller, id));
    }

    @Transactional
    RequestStanding answer(Caller caller, @Nullable IdempotencyKey key, RequestId id, AnswerRequest command) {
        return once(
                caller,
                key,
                new RequestSteps.Step("answer-request", id, command),
                () -> work.answer(caller, id, command));
    }

    @Transactional
    RequestStanding whistle(Caller caller, @Nullable IdempotencyKey key, RequestId id, EscalateRequest command) {
        return once(
                caller,
                key,
                new RequestSteps.Step("escalate-request", id, command),
                () -> work.whistle(caller, id, command));
    }

    @Transactional
    RequestStanding withdraw(Caller caller, @Nullable IdempotencyKey key, RequestId id, WithdrawRequest command) {
        return once(
                caller,
                key,
                new RequestSteps.Step("withdraw-request", id, command),
                () -> work.withdraw(caller, id, command));
    }

    @Transactional
    RequestStanding comment(Caller caller, @Nullable IdempotencyKey key, RequestId id, CommentOnRequest command) {
        return once(
                caller,
                key,
                new RequestSteps.Step("comment-on-request", id, command),
                () -> work.comment(caller, id, command));
    }

    List<CategoryView> categories() {
        return reading.categories();
    }

    Page<RequestLine> linesOf(ResidentId resident, PageRequest page) {
        return reading.linesOf(resident, page);
    }

    RequestDetail detailFor(ResidentId resident, RequestId id) {
        return reading.detailFor(resident, id);
    }

    RequestDetail detailFor(StaffId member, RequestId id) {
        return reading.detailFor(member, id);
    }

    private RequestStanding once(
            Caller caller, @Nullable IdempotencyKey key, RequestSteps.Step step, Supplier<RequestStanding> deed) {
        return steps.take(caller, key, step, deed);
    }
}
