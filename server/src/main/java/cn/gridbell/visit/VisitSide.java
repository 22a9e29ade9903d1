package cn.gridbell.visit;

/** Who ended a visit before it took place. */
enum VisitSide {
    RESIDENT,
    MEMBER,
    /** Time ran out. */
    TERM
}
