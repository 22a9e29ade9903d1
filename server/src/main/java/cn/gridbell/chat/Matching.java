package cn.gridbell.chat;

/** How a keyword is looked for. */
enum Matching {
    /** The person says the word and nothing else. */
    EXACT,
    /** The word stands anywhere in what the person says. */
    CONTAINED
}
