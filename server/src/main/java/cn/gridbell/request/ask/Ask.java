package cn.gridbell.request.ask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked about a request.
 *
 * @param unitId       for which unit, null if for none
 * @param words        the reason or the question
 * @param itemCode     the item of the responsibility list a return rests on
 * @param workingHours how much longer, for an extension
 * @param lapsesAt     when a question stops waiting
 * @param settledAt    null while it is open
 */
public record Ask(
        long id,
        long requestId,
        AskKind kind,
        long staffId,
        @Nullable Long unitId,
        String words,
        @Nullable String itemCode,
        @Nullable Integer workingHours,
        Instant askedAt,
        @Nullable Instant lapsesAt,
        @Nullable AskOutcome outcome,
        @Nullable Instant settledAt) {

    /** Whether another person, of another unit or of none, asked this. */
    public boolean isOfOther(long staff, @Nullable Long unit) {
        return unitId == null ? unit != null || staffId != staff : !unitId.equals(unit);
    }
}
