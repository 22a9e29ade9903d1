package cn.gridbell.visit.outbox;

/** What was written down, in the order in which it is worked: that is the order of a day, not of arrival. */
enum OutboxKind {
    CHECK_IN,
    OUTCOME,
    NEED,
    KNOCK
}
