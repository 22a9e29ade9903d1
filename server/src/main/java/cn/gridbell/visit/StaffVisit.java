package cn.gridbell.visit;

import cn.gridbell.request.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit task as staff see it. What the resident thought of it is not in here.
 *
 * @param checkInMetres from the entrance of the building; null if no place was given
 * @param minutesAtDoor from the check-in to the outcome
 * @param needs the requests that the needs found at the door became
 */
record StaffVisit(
        @com.fasterxml.jackson.annotation.JsonUnwrapped Line visit,
        List<Instant> proposals,
        @Nullable String reason,
        @Nullable VisitSide endedBy,
        @Nullable Instant departedAt,
        @Nullable Instant expectedAt,
        @Nullable Instant checkedInAt,
        @Nullable CheckInGrade checkInGrade,
        @Nullable String checkInWords,
        @Nullable Integer checkInMetres,
        @Nullable Long minutesAtDoor,
        @Nullable Instant doorConfirmedAt,
        @Nullable VisitResult result,
        @Nullable String resultWords,
        @Nullable String outcomeNote,
        List<RequestId> needs) {

    /** A visit task in a list. */
    record Line(
            VisitId id,
            String number,
            VisitStatus status,
            String statusWords,
            VisitPurpose purpose,
            String purposeWords,
            @Nullable String note,
            @Nullable RequestId requestId,
            Instant start,
            Instant end,
            Instant answerBy,
            Door door) {}

    /**
     * Where to go.
     *
     * @param room the door's number; only for the member who goes, from the day before to the day after
     */
    record Door(
            String address,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room) {}
}
