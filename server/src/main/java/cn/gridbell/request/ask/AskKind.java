package cn.gridbell.request.ask;

/** What is asked. */
public enum AskKind {
    RETURN,
    EXTENSION,
    QUESTION,
    MOVE_DOWN
}
