package cn.gridbell.message.wording;

/** How much it matters that a message reaches its person, and how soon. */
public enum Weight {
    /** Somebody may otherwise stand before a closed door: goes before others, by whatever way is open now. */
    URGENT,
    /** Must be told, if need be by telephone; may wait for its best way. */
    IMPORTANT,
    /** Good to know: spends nothing that a weightier message may need, and nobody is asked to telephone. */
    MINOR
}
