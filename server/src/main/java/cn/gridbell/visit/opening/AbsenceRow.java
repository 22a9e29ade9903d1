package cn.gridbell.visit.opening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is stored of an absence. */
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the mapper fills the fields and reads them
final class AbsenceRow {

    long id;
    long memberId;
    AbsenceKind kind;
    Instant startAt;
    Instant endAt;

    @Nullable
    String reason;

    long madeBy;
    Instant madeAt;

    Absence view() {
        return new Absence(Long.toString(id), kind, startAt, endAt, reason);
    }
}
