package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request and its rules. Which step may follow which stands in {@link RequestMove}; here stands what each changes. Each change is stored
 * with {@link RequestMapper#move}, which compares what was read ({@code stood}, {@code version}) and swaps.
 */
@SuppressWarnings("UnusedVariable") // the mapper reads fields that no rule needs
final class Request {

    private final long id;
    private final String number;
    private final @Nullable Long reporterResidentId;
    private final @Nullable Long reporterStaffId;
    private final boolean anonymous;
    private final RequestSource source;
    private final String description;
    private final @Nullable Double latitude;
    private final @Nullable Double longitude;
    private final @Nullable String address;
    private final long gridId;
    private final Instant submittedAt;
    private final RequestStatus stood;
    private final @Nullable RequestSubState stoodAs;
    private final int version;

    private String category;
    private RequestStatus status;
    private @Nullable RequestSubState subState;
    private Colour colour;
    private @Nullable Long holderStaffId;
    private @Nullable Long holderUnitId;
    private Instant dueAt;
    private @Nullable Instant escalatesAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant answeredAt;
    private @Nullable Long answeredByStaffId;
    private @Nullable Closure closure;
    private @Nullable String result;
    private @Nullable Solved solved;
    private @Nullable Integer stars;
    private Instant movedAt;

    /** One argument a column: the mapper calls it. */
    private Request(
            long id,
            String number,
            @Nullable Long reporterResidentId,
            @Nullable Long reporterStaffId,
            boolean anonymous,
            RequestSource source,
            String category,
            String description,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String address,
            long gridId,
            RequestStatus status,
            @Nullable RequestSubState subState,
            Colour colour,
            @Nullable Long holderStaffId,
            @Nullable Long holderUnitId,
            Instant submittedAt,
            Instant dueAt,
            @Nullable Instant escalatesAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant answeredAt,
            @Nullable Long answeredByStaffId,
            @Nullable Closure closure,
            @Nullable String result,
            @Nullable Solved solved,
            @Nullable Integer stars,
            Instant movedAt,
            int version) {
        this.id = id;
        this.number = number;
        this.reporterResidentId = reporterResidentId;
        this.reporterStaffId = reporterStaffId;
        this.anonymous = anonymous;
        this.source = source;
        this.category = category;
        this.description = description;
        this.latitude = latitude;
        this.longitude = longitude;
        this.address = address;
        this.gridId = gridId;
        this.status = status;
        this.stood = status;
        this.subState = subState;
        this.stoodAs = subState;
        this.colour = colour;
        this.holderStaffId = holderStaffId;
        this.holderUnitId = holderUnitId;
        this.submittedAt = submittedAt;
        this.dueAt = dueAt;
        this.escalatesAt = escalatesAt;
        this.acceptedAt = acceptedAt;
        this.answeredAt = answeredAt;
        this.answeredByStaffId = answeredByStaffId;
        this.closure = closure;
        this.result = result;
        this.solved = solved;
        this.stars = stars;
        this.movedAt = movedAt;
        this.version = version;
    }

    /** A request that was just found, not stored yet. @param status SUBMITTED if the holder has to screen it first, else ASSIGNED */
    static Request begun(
            RequestStatus status, String number, RequestDraft draft, Assignee holder, Instant dueAt, Instant now) {
        Colour colour = draft.category().firstColour();
        GeoPoint place = draft.place();
        return new Request(
                0,
                number,
                draft.reporter() == null ? null : draft.reporter().value(),
                draft.enteredBy() == null ? null : draft.enteredBy().value(),
                draft.anonymous(),
                draft.source(),
                draft.category().code(),
                draft.description(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                draft.address(),
                draft.grid().value(),
                status,
                null,
                colour,
                holder.staff() == null ? null : holder.staff().value(),
                holder.unit() == null ? null : holder.unit().value(),
                now,
                dueAt,
                timerFor(colour, dueAt),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                1);
    }

    /** @throws RequestAlreadyMoved 409 if the table has no such move from where it stands */
    void require(RequestMove move) {
        if (!move.isPossibleFrom(stage())) {
            throw new RequestAlreadyMoved(stage());
        }
    }

    /** A move that changes where it stands and nothing else. @throws RequestAlreadyMoved 409 */
    void make(RequestMove move, Instant now) {
        require(move);
        RequestStage next = move.leadsFrom(stage());
        status = next.status();
        subState = next.subState();
        if (!status.isOpen()) {
            escalatesAt = null;
        }
        movedAt = now;
    }

    /**
     * Somebody takes it on and holds it from now, for their unit if a unit answers for it.
     *
     * @param entitled whether it is theirs to take: {@link Party#TAKER}
     * @throws RequestAlreadyMoved 409 if it is not waiting to be taken
     * @throws RequestAnsweredByYou 409 if this person's answer did not solve it
     * @throws RequestHeldByOther 409 if a level above holds it
     */
    void accept(Assignee by, boolean entitled, Instant now) {
        require(RequestMove.ACCEPT);
        requireAnotherThanWhoAnswered(by.staff());
        if (!entitled) {
            throw new RequestHeldByOther();
        }
        hold(by);
        acceptedAt = now;
        make(RequestMove.ACCEPT, now);
    }

    /** Another holder on the same level; the clock runs on. {@code move} says why. @throws RequestAnsweredByYou 409 */
    void giveTo(RequestMove move, Assignee holder, Instant now) {
        require(move);
        requireAnotherThanWhoAnswered(holder.staff());
        hold(holder);
        make(move, now);
    }

    /** What it is about, as a person says; up if the category demands it. @param due while it is screened: a deadline somebody works by stays */
    void classify(RequestCategory as, Instant due) {
        category = as.code();
        colour = as.firstColour().compareTo(colour) > 0 ? as.firstColour() : colour;
        dueAt = status == RequestStatus.SUBMITTED ? due : dueAt;
        escalatesAt = timerFor(colour, dueAt);
    }

    /** The holder says what came of it; the timer has nothing left to do. @throws RequestAlreadyMoved 409 if it is not being handled */
    void answer(StaffId by, Closure how, String words, Instant now) {
        make(RequestMove.ANSWER, now);
        close(how, words, now);
        answeredByStaffId = by.value();
        solved = null;
        stars = null;
    }

    /** Turned away at screening, with where to go. @throws RequestAlreadyMoved 409 */
    void reject(String words, Instant now) {
        make(RequestMove.REJECT, now);
        close(Closure.REFUSED, words, now);
    }

    /** The deadline moves, once. @throws RequestAlreadyMoved 409 if none was asked */
    void extend(Instant due, Instant now) {
        make(RequestMove.GRANT_EXTENSION, now);
        dueAt = due;
        escalatesAt = timerFor(colour, due);
    }

    /** The colour it would move up to. @throws RequestAtTop 409 at RED */
    Colour nextColour() {
        return colour.up().orElseThrow(RequestAtTop::new);
    }

    /** Whether the timer is to move it up at this instant. */
    boolean isOverdueForTimer(Instant now) {
        return escalatesAt != null && !escalatesAt.isAfter(now) && isOpen();
    }

    /** Moves to the next colour, to another holder with a deadline of their own. {@code move} says why. @throws RequestAlreadyMoved 409 */
    void escalate(RequestMove move, Assignee holder, Instant due, Instant now) {
        require(move);
        colour = nextColour();
        hold(holder);
        dueAt = due;
        escalatesAt = timerFor(colour, due);
        make(move, now);
    }

    /** One level down, on the clock of the level that lets go of it. @throws RequestAlreadyMoved 409 if it was not offered */
    void moveDown(Colour level, Assignee holder, Instant now) {
        giveTo(RequestMove.CONSENT_DOWN, holder, now);
        colour = level;
        escalatesAt = timerFor(level, dueAt);
    }

    /** The resident rates an answer that helped. @throws RequestAlreadyMoved 409 if there is no answer to rate */
    void rate(Solved verdict, int howMany, Instant now) {
        if (verdict == Solved.NO) {
            throw new IllegalArgumentException("not solved: reopen");
        }
        make(RequestMove.RATE, now);
        solved = verdict;
        stars = howMany;
    }

    /** The answer does not help: one level up, never to the person who answered. {@code move} says who contests it. @throws RequestAlreadyMoved 409 */
    void reopen(RequestMove move, Assignee holder, Instant due, Instant now) {
        require(move);
        requireAnotherThanWhoAnswered(holder.staff());
        hold(holder);
        colour = colour.upOrTop();
        dueAt = due;
        escalatesAt = timerFor(colour, due);
        make(move, now);
    }

    /** What somebody it concerns said of the answer that is contested. */
    void judged(Solved verdict, int howMany) {
        solved = verdict;
        stars = howMany;
    }

    /** Goes on as part of another. @throws RequestAlreadyMoved 409 */
    void merge(String words, Instant now) {
        make(RequestMove.MERGE, now);
        close(Closure.MERGED, words, now);
    }

    /** By itself again, on its old clock. @throws RequestAlreadyMoved 409 if it is not merged */
    void split(Instant now) {
        make(RequestMove.SPLIT, now);
        closure = null;
        result = null;
        answeredAt = null;
        escalatesAt = timerFor(colour, dueAt);
    }

    private void close(Closure how, String words, Instant now) {
        closure = how;
        result = words;
        answeredAt = now;
    }

    private void hold(Assignee holder) {
        holderStaffId = holder.staff() == null ? null : holder.staff().value();
        holderUnitId = holder.unit() == null ? null : holder.unit().value();
    }

    private void requireAnotherThanWhoAnswered(@Nullable StaffId staff) {
        if (staff != null && Objects.equals(answeredByStaffId, staff.value())) {
            throw new RequestAnsweredByYou();
        }
    }

    private static @Nullable Instant timerFor(Colour colour, Instant due) {
        return colour == Colour.RED ? null : due;
    }

    RequestId requestId() {
        return new RequestId(id);
    }

    String number() {
        return number;
    }

    @Nullable
    ResidentId reporter() {
        return reporterResidentId == null ? null : new ResidentId(reporterResidentId);
    }

    boolean isReportedBy(ResidentId resident) {
        return Objects.equals(reporterResidentId, resident.value());
    }

    @Nullable
    StaffId holder() {
        return holderStaffId == null ? null : new StaffId(holderStaffId);
    }

    @Nullable
    UnitId unit() {
        return holderUnitId == null ? null : new UnitId(holderUnitId);
    }

    Assignee assignee() {
        return new Assignee(holder(), unit());
    }

    @Nullable
    StaffId answeredBy() {
        return answeredByStaffId == null ? null : new StaffId(answeredByStaffId);
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }

    boolean anonymous() {
        return anonymous;
    }

    RequestSource source() {
        return source;
    }

    String category() {
        return category;
    }

    String description() {
        return description;
    }

    @Nullable
    GeoPoint place() {
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }

    @Nullable
    String address() {
        return address;
    }

    GridId grid() {
        return new GridId(gridId);
    }

    RequestStatus status() {
        return status;
    }

    RequestStage stage() {
        return RequestStage.of(status, subState);
    }

    boolean leftWhatItWaitedFor() {
        return stoodAs != null && stoodAs != subState;
    }

    Instant movedAt() {
        return movedAt;
    }

    boolean isOpen() {
        return status.isOpen();
    }

    Colour colour() {
        return colour;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    boolean isOverdue(Instant now) {
        return isOpen() && dueAt.isBefore(now);
    }

    @Nullable
    Closure closure() {
        return closure;
    }

    @Nullable
    String result() {
        return result;
    }

    @Nullable
    Solved solved() {
        return solved;
    }

    @Nullable
    Integer stars() {
        return stars;
    }

    int version() {
        return version;
    }
}
