package cn.gridbell.visit;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.request.RequestId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Cells;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A visit and its rules: each step says from where it may be taken. A step changes the object only; {@code VisitStore} writes it if the row
 * still stands where it was read.
 */
final class Visit extends VisitRow {

    private static final Set<VisitStatus> BEFORE_THE_DOOR =
            EnumSet.of(VisitStatus.REQUESTED, VisitStatus.PLANNED, VisitStatus.PROPOSED, VisitStatus.CONFIRMED);
    private static final Duration ON_TIME = Duration.ofHours(1);

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

    /**
     * The member comes at the time asked for.
     *
     * @param code sealed
     */
    void confirm(byte[] code, Instant now) {
        standsAt(VisitStatus.REQUESTED);
        if (!now.isBefore(endAt)) {
            throw new VisitAlreadyMoved(VisitStatus.EXPIRED);
        }
        move(VisitStatus.CONFIRMED);
        doorCode = code;
    }

    /** The member cannot at that time and names others; the resident has until {@code answerBy} to pick. */
    void propose(Instant answerBy, @Nullable String why) {
        standsAt(VisitStatus.REQUESTED, VisitStatus.CONFIRMED);
        move(VisitStatus.PROPOSED);
        this.answerBy = answerBy;
        reason = why;
        doorCode = null;
        nobodyIsOnTheWay();
    }

    /**
     * The resident picks one of the times proposed; that is a confirmed visit, for the member named it.
     *
     * @param pick asked only if there is a choice
     * @param code sealed
     */
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

    /**
     * The resident takes another time; the member is asked anew.
     *
     * @param notice how long before its start a time that stands can still be changed
     * @throws TooLateToChange 409
     */
    void changeTime(Cells time, Instant answerBy, Duration notice, String why, Instant now) {
        standsAt(VisitStatus.REQUESTED, VisitStatus.PROPOSED, VisitStatus.CONFIRMED);
        if (status != VisitStatus.PROPOSED && startAt.minus(notice).isBefore(now)) {
            throw new TooLateToChange(notice);
        }
        move(VisitStatus.REQUESTED);
        startAt = time.start();
        endAt = time.end();
        this.answerBy = answerBy;
        doorCode = null;
        reason = why;
        nobodyIsOnTheWay();
    }

    /** Somebody else is asked to answer, until then. */
    void askAgain(Instant answerBy) {
        standsAt(VisitStatus.REQUESTED);
        move(status);
        this.answerBy = answerBy;
    }

    /** Nobody came, and nobody said why. */
    void miss(Instant now) {
        standsAt(VisitStatus.CONFIRMED, VisitStatus.PLANNED);
        if (endAt.isAfter(now)) {
            throw new VisitAlreadyMoved(status);
        }
        end(VisitStatus.EXPIRED, VisitSide.MEMBER, "约定的时间已过，没有网格员上门的登记。");
    }

    /** A member of staff plans to go, without having been asked. */
    static Visit planned(Parties parties, Wish wish, Instant end, Instant now) {
        Visit visit = requested(parties, wish, end, wish.start(), now);
        visit.status = VisitStatus.PLANNED;
        visit.was = VisitStatus.PLANNED;
        return visit;
    }

    /** Another member goes instead; both sides read why. */
    void handTo(StaffId member, String why) {
        standsAt(BEFORE_THE_DOOR);
        move(status);
        memberId = member.value();
        reason = why;
        nobodyIsOnTheWay();
    }

    // ---- at the door

    /**
     * The member sets out, once. Nobody is at the door before the time agreed on: who is early waits.
     *
     * @param lead how long before its start one may set out
     * @param way  how long the way takes
     * @throws DepartureNotNow 409 on another day, too early or after the end
     * @throws AlreadyOnTheWay 409
     */
    void depart(Duration lead, Duration way, Instant now) {
        standsAt(VisitStatus.CONFIRMED);
        if (departedAt != null) {
            throw new AlreadyOnTheWay();
        }
        if (!WorkCalendar.dayOf(now).equals(day()) || now.isBefore(startAt.minus(lead))) {
            throw now.isBefore(startAt) ? DepartureNotNow.early(startAt, lead) : DepartureNotNow.late();
        }
        if (!now.isBefore(endAt)) {
            throw DepartureNotNow.late();
        }
        move(status);
        departedAt = now;
        Instant there = now.plus(way);
        expectedAt = there.isBefore(startAt) ? startAt : there;
    }

    /** @throws VisitAlreadyMoved 409 unless somebody was at the door */
    void checkTookPlace() {
        standsAt(VisitStatus.COMPLETED, VisitStatus.NOT_HOME, VisitStatus.REFUSED_AT_DOOR);
    }

    /** @param proven what the call itself proves; the resident's tap and the time of day weigh in here */
    void checkIn(Presence proven, Instant now) {
        standsAt(VisitStatus.CONFIRMED, VisitStatus.PLANNED);
        arrive(proven, now);
    }

    /**
     * The visit had ended because nothing was heard of it; it was written down at the door on its day and arrives only now.
     *
     * @throws VisitAlreadyMoved 409 if it was written down on another day
     */
    void checkInAfterAll(Presence proven, Instant at) {
        standsAt(VisitStatus.EXPIRED);
        if (!WorkCalendar.dayOf(at).equals(day())) {
            throw new VisitAlreadyMoved(status);
        }
        endedBy = null;
        reason = null;
        arrive(proven, at);
    }

    private void arrive(Presence proven, Instant now) {
        move(VisitStatus.CHECKED_IN);
        checkedInAt = now;
        checkInGrade = graded(proven.grade(), now);
        checkInMetres = proven.metres();
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

    /**
     * Once, after the visit took place.
     *
     * @param given 1 to 5
     */
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

    private void nobodyIsOnTheWay() {
        departedAt = null;
        expectedAt = null;
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

    /** @throws VisitAlreadyMoved 409 unless the member can check in now */
    void checkAwaited() {
        standsAt(VisitStatus.CONFIRMED, VisitStatus.PLANNED);
    }
}
