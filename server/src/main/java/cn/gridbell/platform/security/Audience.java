package cn.gridbell.platform.security;

/** Who may call a handler. */
public enum Audience {
    /** Anybody, signed in or not. */
    ANYONE,
    /** WeChat itself, proven by its signature in the handler. */
    WECHAT,
    /** Every signed-in person; what is returned is theirs. */
    RESIDENT,
    /** A signed-in person who is bound to a staff account. */
    STAFF
}
