package cn.gridbell.visit.coverage;

import cn.gridbell.visit.VisitResult;
import org.jspecify.annotations.Nullable;

/** Why a household need not be knocked at any more for a campaign. */
enum CoveredHow {
    /** Somebody was spoken to. */
    CONTACT,
    /** Three knocks in three different parts of the week, each on another day. */
    ATTEMPTS,
    /** Nobody lives there. */
    EMPTY;

    /** What one knock settles by itself; null: it was an attempt. */
    static @Nullable CoveredHow by(VisitResult result) {
        return switch (result) {
            case MET, REFUSED -> CONTACT;
            case VACANT, MOVED -> EMPTY;
            case NOT_HOME, OTHER_TIME, UNSAFE -> null;
        };
    }
}
