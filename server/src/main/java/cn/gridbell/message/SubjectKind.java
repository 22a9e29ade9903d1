package cn.gridbell.message;

/** What a message is about. */
enum SubjectKind {
    REQUEST,
    VISIT
}
