package cn.gridbell.visit;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.request.RequestId;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Cells;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is stored of a visit and how it reads; {@link Visit} alone changes it. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the mapper fills the fields and reads them
abstract sealed class VisitRow permits Visit {

    long id;
    long residentId;
    long householdId;
    long gridId;
    long memberId;
    VisitPurpose purpose;

    @Nullable
    String note;

    @Nullable
    Long requestId;

    VisitStatus status;
    int version;
    Instant startAt;
    Instant endAt;
    Instant answerBy;
    Instant createdAt;
    byte @Nullable [] doorCode;
    int doorTries;

    @Nullable
    String reason;

    @Nullable
    VisitSide endedBy;

    @Nullable
    Instant departedAt;

    @Nullable
    Instant expectedAt;

    @Nullable
    Instant checkedInAt;

    @Nullable
    CheckInGrade checkInGrade;

    @Nullable
    Integer checkInMetres;

    @Nullable
    Instant doorConfirmedAt;

    @Nullable
    VisitResult result;

    @Nullable
    String outcomeNote;

    @Nullable
    Instant outcomeAt;

    @Nullable
    Integer stars;

    @Nullable
    Boolean helped;

    @Nullable
    String ratingComment;

    @Nullable
    Instant ratedAt;

    /** Where the row stood when it was read: what the write compares with. */
    VisitStatus was;

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
    Instant departedAt() {
        return departedAt;
    }

    /** When the member who set out expects to be at the door. */
    @Nullable
    Instant expectedAt() {
        return expectedAt;
    }

    @Nullable
    Instant checkedInAt() {
        return checkedInAt;
    }

    @Nullable
    CheckInGrade checkInGrade() {
        return checkInGrade;
    }

    /** From the entrance of the building. */
    @Nullable
    Integer checkInMetres() {
        return checkInMetres;
    }

    /** From the check-in to the outcome; null before. */
    @Nullable
    Long minutesAtDoor() {
        return checkedInAt == null || outcomeAt == null
                ? null
                : Math.max(0, Duration.between(checkedInAt, outcomeAt).toMinutes());
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
