package cn.gridbell.request.outcome;

import org.jspecify.annotations.Nullable;

/**
 * How a request ended beside its closure and words; what does not belong to the closure is null.
 *
 * @param whereToGo     REFUSED: who can help
 * @param transferredTo TRANSFERRED: to whom
 * @param mergedInto    MERGED: the request that goes on
 */
public record Ending(
        @Nullable String whereToGo,
        @Nullable String transferredTo,
        @Nullable Long mergedInto) {

    public static final Ending PLAIN = new Ending(null, null, null);
}
