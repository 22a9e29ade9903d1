package cn.gridbell.visit;

import cn.gridbell.request.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the resident sees it.
 *
 * @param next      what happens next and by when, in words
 * @param proposals the times to pick from, empty unless some were proposed
 * @param reason    why it was declined, called off or expired
 * @param doorCode  six digits, only on the day and once confirmed
 * @param departedAt when the member set out, null before
 * @param expectedAt when the member who set out expects to be at the door
 */
record ResidentVisit(
        VisitId id,
        String number,
        VisitStatus status,
        String statusWords,
        String next,
        VisitPurpose purpose,
        String purposeWords,
        @Nullable String note,
        @Nullable RequestId requestId,
        Instant start,
        Instant end,
        Instant answerBy,
        Comer member,
        List<Instant> proposals,
        @Nullable String reason,
        @Nullable VisitSide endedBy,
        @Nullable String doorCode,
        @Nullable Instant departedAt,
        @Nullable Instant expectedAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant doorConfirmedAt,
        @Nullable VisitResult result,
        @Nullable String resultWords,
        Visit.@Nullable Rating rating) {

    /**
     * Who comes.
     *
     * @param number   the staff number, only on the day
     * @param photoUrl only on the day
     */
    record Comer(
            String name,
            String title,
            @Nullable String number,
            @Nullable String photoUrl) {}

    /** A visit in the resident's list. */
    record Line(
            VisitId id,
            String number,
            VisitStatus status,
            String statusWords,
            VisitPurpose purpose,
            String purposeWords,
            Instant start,
            Instant end,
            Instant answerBy,
            Opening.MemberLine member) {}
}
