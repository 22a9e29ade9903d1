package cn.gridbell.visit.opening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a member goes to no door.
 *
 * @param start on a quarter
 * @param end   exclusive, on a quarter
 */
public record Absence(
        String id,
        AbsenceKind kind,
        Instant start,
        Instant end,
        @Nullable String reason) {

    /** Whether a time meets it. */
    public boolean meets(Cells time) {
        return cells().overlaps(time);
    }

    Cells cells() {
        return Cells.from(start, (int) ((end.getEpochSecond() - start.getEpochSecond()) / Cells.LENGTH.toSeconds()));
    }
}
