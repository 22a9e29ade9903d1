package cn.gridbell.message.wording;

import java.time.Duration;

/** Why a message is written. The texts stand in {@code templates.json}. */
public enum Scene {
    /** To the resident: number, who answers for it, by when. */
    REQUEST_RECEIVED(false, Duration.ofDays(3)),
    /** To the staff member who holds it now. */
    REQUEST_ASSIGNED(false, Duration.ofDays(3)),
    REQUEST_ACCEPTED(false, Duration.ofDays(3)),
    REQUEST_ESCALATED(false, Duration.ofDays(3)),
    /** To the resident: the answer, and the invitation to rate it. */
    REQUEST_ANSWERED(false, Duration.ofDays(7)),
    REQUEST_REOPENED(false, Duration.ofDays(3)),
    /** To the staff member who is asked to confirm. */
    VISIT_REQUESTED(true, Duration.ofDays(3)),
    VISIT_CONFIRMED(true, Duration.ofDays(7)),
    /** To the staff member who goes from now on, or at another time than the one they were asked for. */
    VISIT_TASK(true, Duration.ofDays(7)),
    /** To the resident: somebody else comes. */
    VISIT_REASSIGNED(true, Duration.ofDays(7)),
    VISIT_PROPOSED(true, Duration.ofDays(3)),
    VISIT_DECLINED(true, Duration.ofDays(3)),
    /** To the resident, if the staff called it off. */
    VISIT_CANCELLED(true, Duration.ofDays(3)),
    /** To the staff member, if the resident called it off. */
    VISIT_CALLED_OFF(true, Duration.ofDays(3)),
    VISIT_EXPIRED(false, Duration.ofDays(3)),
    VISIT_OUTCOME(false, Duration.ofDays(7));

    private final boolean urgent;
    private final Duration life;

    Scene(boolean urgent, Duration life) {
        this.urgent = urgent;
        this.life = life;
    }

    /** Whether it goes before others: somebody may otherwise stand before a closed door. */
    public boolean urgent() {
        return urgent;
    }

    /** How long after the fact it is still worth sending; what is written may end it sooner. */
    public Duration life() {
        return life;
    }
}
