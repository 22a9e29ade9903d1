package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request and its rules: which step may follow which, who may take it, when the timer moves it up. Each change is stored with
 * {@link RequestMapper#move}, which compares what was read ({@code stood}, {@code version}) and swaps.
 */
@SuppressWarnings("UnusedVariable") // the mapper reads fields that no rule needs
final class Request {

    private static final Set<RequestStatus> OPEN =
            EnumSet.of(RequestStatus.SUBMITTED, RequestStatus.ASSIGNED, RequestStatus.HANDLING);

    private final long id;
    private final String number;
    private final @Nullable Long reporterResidentId;
    private final @Nullable Long reporterStaffId;
    private final boolean anonymous;
    private final RequestSource source;
    private final String category;
    private final String description;
    private final @Nullable Double latitude;
    private final @Nullable Double longitude;
    private final @Nullable String address;
    private final long gridId;
    private final Instant submittedAt;
    private final RequestStatus stood;
    private final int version;

    private RequestStatus status;
    private Colour colour;
    private @Nullable Long holderStaffId;
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
            Colour colour,
            @Nullable Long holderStaffId,
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
        this.colour = colour;
        this.holderStaffId = holderStaffId;
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

    /** A request that was just found and goes straight to its holder; not stored yet. */
    static Request assigned(String number, RequestDraft draft, @Nullable StaffId holder, Instant dueAt, Instant now) {
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
                RequestStatus.ASSIGNED,
                colour,
                holder == null ? null : holder.value(),
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

    /**
     * Somebody takes it on and holds it from now.
     *
     * @param entitled whether it is theirs to take at the level it stands: {@link RequestRouting#mayTake}
     * @throws RequestAlreadyMoved 409 if it is not waiting to be taken
     * @throws RequestAnsweredByYou 409 if this person's answer did not solve it
     * @throws RequestHeldByOther 409 if a level above holds it
     */
    void accept(StaffId by, boolean entitled, Instant now) {
        require(EnumSet.of(RequestStatus.ASSIGNED));
        if (Objects.equals(answeredByStaffId, by.value())) {
            throw new RequestAnsweredByYou();
        }
        if (!entitled) {
            throw new RequestHeldByOther();
        }
        holderStaffId = by.value();
        acceptedAt = now;
        moveTo(RequestStatus.HANDLING, now);
    }

    /**
     * The holder says what came of it; the timer has nothing left to do.
     *
     * @throws RequestAlreadyMoved 409 if it is not being handled
     * @throws RequestHeldByOther 409
     */
    void answer(StaffId by, Closure how, String words, Instant now) {
        require(EnumSet.of(RequestStatus.HANDLING));
        requireHolder(by);
        closure = how;
        result = words;
        answeredAt = now;
        answeredByStaffId = by.value();
        solved = null;
        stars = null;
        escalatesAt = null;
        moveTo(RequestStatus.ANSWERED, now);
    }

    /** The colour it would move up to. @throws RequestAlreadyMoved 409 if closed @throws RequestAtTop 409 at RED */
    Colour nextColour() {
        require(OPEN);
        return colour.up().orElseThrow(RequestAtTop::new);
    }

    /** @throws RequestHeldByOther 409 */
    void requireHolder(StaffId by) {
        if (!Objects.equals(holderStaffId, by.value())) {
            throw new RequestHeldByOther();
        }
    }

    /** Whether the timer is to move it up at this instant. */
    boolean isOverdueForTimer(Instant now) {
        return escalatesAt != null && !escalatesAt.isAfter(now) && OPEN.contains(status);
    }

    /** Moves up one level, to another holder with a deadline of their own. Call {@link #nextColour} first for the level. */
    void escalate(@Nullable StaffId holder, Instant due, Instant now) {
        giveTo(nextColour(), holder, due);
        moveTo(RequestStatus.ASSIGNED, now);
    }

    /** The resident rates an answer that helped. @throws RequestAlreadyMoved 409 if there is no answer to rate */
    void rate(Solved verdict, int howMany, Instant now) {
        require(EnumSet.of(RequestStatus.ANSWERED));
        if (verdict == Solved.NO) {
            throw new IllegalArgumentException("not solved: reopen");
        }
        solved = verdict;
        stars = howMany;
        moveTo(RequestStatus.EVALUATED, now);
    }

    /** The colour a reopened request goes to: one up, or still RED. @throws RequestAlreadyMoved 409 if there is no answer to contest */
    Colour reopenedColour() {
        require(EnumSet.of(RequestStatus.ANSWERED));
        return colour.up().orElse(Colour.RED);
    }

    /** The resident says it is not solved: one level up, never to the person who answered. */
    void reopen(int howMany, @Nullable StaffId holder, Instant due, Instant now) {
        Colour level = reopenedColour();
        if (holder != null && Objects.equals(answeredByStaffId, holder.value())) {
            throw new IllegalArgumentException("never back to the person who answered");
        }
        solved = Solved.NO;
        stars = howMany;
        giveTo(level, holder, due);
        moveTo(RequestStatus.ASSIGNED, now);
    }

    /** @throws RequestAlreadyMoved 409 once it was answered */
    void withdraw(Instant now) {
        require(OPEN);
        escalatesAt = null;
        moveTo(RequestStatus.WITHDRAWN, now);
    }

    private void giveTo(Colour level, @Nullable StaffId holder, Instant due) {
        colour = level;
        holderStaffId = holder == null ? null : holder.value();
        dueAt = due;
        escalatesAt = timerFor(level, due);
    }

    private static @Nullable Instant timerFor(Colour colour, Instant due) {
        return colour == Colour.RED ? null : due;
    }

    private void require(Set<RequestStatus> expected) {
        if (!expected.contains(status)) {
            throw new RequestAlreadyMoved(status);
        }
    }

    private void moveTo(RequestStatus next, Instant now) {
        status = next;
        movedAt = now;
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
    StaffId answeredBy() {
        return answeredByStaffId == null ? null : new StaffId(answeredByStaffId);
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

    boolean isOpen() {
        return OPEN.contains(status);
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
