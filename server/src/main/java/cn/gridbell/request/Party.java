package cn.gridbell.request;

/** Who somebody is to a request; {@link RequestParties} says whether a person is it. */
enum Party {
    /** The resident who reported it. */
    REPORTER,
    /** Any other resident who was shown it. */
    RESIDENT,
    /** The person who answers for it, or a member of the unit that does. */
    HOLDER,
    /** Whoever may take it on: the holder, and who serves the territory of its level or of one above. */
    TAKER,
    /** Whoever leads where it stands: the grid lead (green) and the staff of each level from its own upwards. */
    LEAD,
    /** The staff of the levels above its own. */
    ABOVE,
    /** The staff of the level below its own. */
    BELOW,
    /** The street's staff, who hold the joint meeting (联席会) and write to the district; and the district's own. */
    STREET,
    /** A timer. */
    SYSTEM
}
