package cn.gridbell.message.wording;

/** What a field of a template, or a {@code {place}} of a text, is filled with. */
enum Slot {
    NUMBER,
    WHAT,
    STATE,
    WHO,
    WHEN
}
