package cn.gridbell.visit.calendar;

import cn.gridbell.visit.VisitStatus;

/** {@code STATUS} of an event, RFC 5545 section 3.8.1.11. */
enum EntryState {
    TENTATIVE,
    CONFIRMED,
    CANCELLED;

    static EntryState of(VisitStatus status) {
        return switch (status) {
            case REQUESTED -> TENTATIVE;
            case PLANNED, CONFIRMED, CHECKED_IN, COMPLETED, NOT_HOME, REFUSED_AT_DOOR -> CONFIRMED;
            // While other times are proposed the former one is given back.
            case PROPOSED, DECLINED, CANCELLED, EXPIRED -> CANCELLED;
        };
    }
}
