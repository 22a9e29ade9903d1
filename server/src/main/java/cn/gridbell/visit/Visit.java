package cn.gridbell.visit;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.request.RequestId;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A visit and its rules: each step says from where it may be taken. A step changes the object only; {@code VisitStore} writes it if the row
 * still stands where it was read.
 */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the mapper fills the fields and reads them
final class Visit {

    private static final Set<VisitStatus> BEFORE_THE_DOOR =
            EnumSet.of(VisitStatus.REQUESTED, VisitStatus.PLANNED, VisitStatus.PROPOSED, VisitStatus.CONFIRMED);
    private static final Duration ON_TIME = Duration.ofHours(1);

    private long id;
    private long residentId;
    private long householdId;
    private long gridId;
    private long memberId;
    private VisitPurpose purpose;
    private @Nullable String note;
    private @Nullable Long requestId;
    private VisitStatus status;
    private int version;
    private Instant startAt;
    private Instant endAt;
    private Instant answerBy;
    private Instant createdAt;
    private byte @Nullable [] doorCode;
    private int doorTries;
    private @Nullable String reason;
    private @Nullable VisitSide endedBy;
    private @Nullable Instant checkedInAt;
    private @Nullable CheckInGrade checkInGrade;
    private @Nullable Instant doorConfirmedAt;
    private @Nullable VisitResult result;
    private @Nullable String outcomeNote;
    private @Nullable Instant outcomeAt;
    private @Nullable Integer stars;
    private @Nullable Boolean helped;
    private @Nullable String ratingComment;
    private @Nullable Instant ratedAt;

    /** Where the row stood when it was read: what the write compares with. */
    private VisitStatus was;

    private Visit() {}

    /** A resident asks for a time. */
    static Visit requested(Parties parties, Wish wish, Instant end, Instant answerBy, Instant now) {
        Visit visit = new Visit();
        visit.residentId = parties.resident().value();
        visit.householdId = parties.household().value();
        visit.gridId = parties.grid().value();
        visit.memberId = parties.member().id().value();
        visit.purpose = wish.purpose();
        visit.note = wish.note();
        visit.requestId = wish.request() == null ? null : wish.request().value();
        visit.status = VisitStatus.REQUESTED;
        visit.was = VisitStatus.REQUESTED;
        visit.startAt = wish.start();
        visit.endAt = end;
        visit.answerBy = answerBy;
        visit.createdAt = now;
        return visit;
    }

    /** What is asked for. */
    record Wish(
            Instant start,
            VisitPurpose purpose,
            @Nullable String note,
            @Nullable RequestId request) {}

    // ---- before the day

    /** The member comes at the time asked for. @param code sealed */
    void confirm(byte[] code, Instant now) {
        standsAt(VisitStatus.REQUESTED);
        if (!now.isBefore(endAt)) {
            throw new VisitAlreadyMoved(VisitStatus.EXPIRED);
        }
        move(VisitStatus.CONFIRMED);
        doorCode = code;
    }

    /** The member cannot at that time and names others; the resident has until {@code answerBy} to pick. */
    void propose(Instant answerBy) {
        standsAt(VisitStatus.REQUESTED, VisitStatus.CONFIRMED);
        move(VisitStatus.PROPOSED);
        this.answerBy = answerBy;
        doorCode = null;
    }

    /** The resident picks one of the times proposed; that is a confirmed visit, for the member named it. @param pick asked only if there is a choice @param code sealed */
    void choose(Supplier<Cells> pick, byte[] code) {
        standsAt(VisitStatus.PROPOSED);
        Cells time = pick.get();
        move(VisitStatus.CONFIRMED);
        startAt = time.start();
        endAt = time.end();
        doorCode = code;
    }

    void decline(String why) {
        standsAt(VisitStatus.REQUESTED, VisitStatus.PROPOSED);
        end(VisitStatus.DECLINED, VisitSide.MEMBER, why);
    }

    void cancel(VisitSide side, String why) {
        standsAt(BEFORE_THE_DOOR);
        end(VisitStatus.CANCELLED, side, why);
    }

    /** Nobody answered within the term. */
    void expire(Instant now) {
        standsAt(VisitStatus.REQUESTED, VisitStatus.PROPOSED);
        if (answerBy.isAfter(now)) {
            throw new VisitAlreadyMoved(status);
        }
        boolean memberWasAsked = status == VisitStatus.REQUESTED;
        end(
                VisitStatus.EXPIRED,
                VisitSide.TERM,
                memberWasAsked ? "网格员未在约定时限内答复，时间已释放，请另选时间或提交诉求。" : "未在时限内选择新的时间，备选时间已释放，可以重新预约。");
    }

    /** Another member goes instead. */
    void handTo(StaffId member) {
        standsAt(VisitStatus.REQUESTED, VisitStatus.PLANNED, VisitStatus.CONFIRMED);
        move(status);
        memberId = member.value();
    }

    // ---- at the door

    /** @param proven what the call itself proves; the resident's tap and the time of day weigh in here */
    void checkIn(CheckInGrade proven, Instant now) {
        standsAt(VisitStatus.CONFIRMED, VisitStatus.PLANNED);
        move(VisitStatus.CHECKED_IN);
        checkedInAt = now;
        checkInGrade = graded(proven, now);
    }

    /** The resident says that the member is at the door. */
    void confirmDoor(Instant now) {
        standsAt(VisitStatus.CONFIRMED, VisitStatus.PLANNED, VisitStatus.CHECKED_IN);
        move(status);
        if (doorConfirmedAt == null) {
            doorConfirmedAt = now;
        }
        if (checkInGrade != null && checkInGrade != CheckInGrade.DOOR_CODE) {
            checkInGrade = CheckInGrade.RESIDENT_TAP;
        }
    }

    void recordOutcome(VisitResult found, @Nullable String words, Instant now) {
        standsAt(VisitStatus.CHECKED_IN);
        move(found.status());
        result = found;
        outcomeNote = words;
        outcomeAt = now;
    }

    /** Once, after the visit took place. @param given 1 to 5 */
    void rate(int given, boolean didHelp, @Nullable String words, Instant now) {
        standsAt(VisitStatus.COMPLETED);
        if (ratedAt != null) {
            throw new VisitAlreadyRated();
        }
        move(status);
        stars = given;
        helped = didHelp;
        ratingComment = words;
        ratedAt = now;
    }

    private CheckInGrade graded(CheckInGrade proven, Instant now) {
        if (proven == CheckInGrade.DOOR_CODE) {
            return proven;
        }
        if (doorConfirmedAt != null) {
            return CheckInGrade.RESIDENT_TAP;
        }
        boolean onTime =
                !now.isBefore(startAt.minus(ON_TIME)) && WorkCalendar.dayOf(now).equals(day());
        return onTime ? proven : CheckInGrade.OTHER_TIME;
    }

    private void end(VisitStatus to, VisitSide side, String why) {
        move(to);
        endedBy = side;
        reason = why;
        doorCode = null;
    }

    private void move(VisitStatus to) {
        was = status;
        status = to;
    }

    private void standsAt(VisitStatus... from) {
        standsAt(Set.of(from));
    }

    private void standsAt(Set<VisitStatus> from) {
        if (!from.contains(status)) {
            throw new VisitAlreadyMoved(status);
        }
    }

    /** The row was written: it is one turn further. */
    void written() {
        version++;
        was = status;
    }

    // ---- how it stands

    VisitId id() {
        return new VisitId(id);
    }

    /**
     * As told to people: the day it was made and six digits. The digits are the end of the id, so a number is unique as long as fewer than a
     * million visits are made in one day, and no counter row stands in the way of bookings.
     */
    String number() {
        LocalDate made = WorkCalendar.dayOf(createdAt);
        return String.format(
                Locale.ROOT,
                "DF%04d%02d%02d-%06d",
                made.getYear(),
                made.getMonthValue(),
                made.getDayOfMonth(),
                id % 1_000_000);
    }

    /** @throws VisitAlreadyMoved 409 unless the member can check in now */
    void checkAwaited() {
        standsAt(VisitStatus.CONFIRMED, VisitStatus.PLANNED);
    }

    boolean isOf(ResidentId resident) {
        return residentId == resident.value();
    }

    boolean isDoneBy(StaffId member) {
        return memberId == member.value();
    }

    /** The cells of the visit itself, without the walk after it. */
    Cells cells() {
        return Cells.from(startAt, (int) (Duration.between(startAt, endAt).toSeconds() / Cells.LENGTH.toSeconds()));
    }

    LocalDate day() {
        return WorkCalendar.dayOf(startAt);
    }

    ResidentId resident() {
        return new ResidentId(residentId);
    }

    HouseholdId household() {
        return new HouseholdId(householdId);
    }

    GridId grid() {
        return new GridId(gridId);
    }

    StaffId member() {
        return new StaffId(memberId);
    }

    @Nullable
    RequestId request() {
        return requestId == null ? null : new RequestId(requestId);
    }

    VisitPurpose purpose() {
        return purpose;
    }

    @Nullable
    String note() {
        return note;
    }

    VisitStatus status() {
        return status;
    }

    int version() {
        return version;
    }

    Instant start() {
        return startAt;
    }

    Instant end() {
        return endAt;
    }

    Instant answerBy() {
        return answerBy;
    }

    /** Sealed. */
    byte @Nullable [] doorCode() {
        return doorCode;
    }

    int doorTries() {
        return doorTries;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    VisitSide endedBy() {
        return endedBy;
    }

    @Nullable
    Instant checkedInAt() {
        return checkedInAt;
    }

    @Nullable
    CheckInGrade checkInGrade() {
        return checkInGrade;
    }

    @Nullable
    Instant doorConfirmedAt() {
        return doorConfirmedAt;
    }

    @Nullable
    VisitResult result() {
        return result;
    }

    @Nullable
    String outcomeNote() {
        return outcomeNote;
    }

    @Nullable
    Rating rating() {
        if (stars == null || helped == null || ratedAt == null) {
            return null;
        }
        return new Rating(stars, helped, ratingComment, ratedAt);
    }

    /** What the resident said about the visit. */
    record Rating(int stars, boolean helped, @Nullable String comment, Instant at) {}
}
