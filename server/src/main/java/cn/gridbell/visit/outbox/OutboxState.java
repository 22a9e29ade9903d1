package cn.gridbell.visit.outbox;

/** How a written-down action stands. */
enum OutboxState {
    /** It rests on another one that has not arrived. */
    WAITING,
    APPLIED,
    REFUSED
}
