package cn.gridbell.visit.coverage;

import cn.gridbell.visit.VisitResult;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A knock to be kept. */
record KnockRow(
        long householdId,
        long gridId,
        long memberId,
        LocalDate day,
        Band band,
        VisitResult result,
        @Nullable String note,
        @Nullable Long visitId,
        Instant knockedAt) {}
