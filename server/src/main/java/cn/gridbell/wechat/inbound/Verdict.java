package cn.gridbell.wechat.inbound;

/** What the gate made of one call, and the status it is answered with. */
enum Verdict {
    /** GET: the address belongs to us; the echo is answered. */
    VERIFIED(200),
    /** New and stored. */
    STORED(200),
    /** Known already: a retry of WeChat, or a replay; answered as the first time. */
    REPEATED(200),
    /** No app of ours under this address. */
    UNKNOWN_APP(404),
    TOO_LARGE(413),
    /** No envelope with a ciphertext: plaintext, compatible mode, garbage. */
    NOT_SEALED(400),
    BAD_SIGNATURE(403),
    /** More than ten minutes old, or from the future. */
    OLD(403),
    /** Signed, but the ciphertext does not open, or what is inside cannot be read. */
    UNREADABLE(400),
    /** Signed and opened, but meant for another app or account. */
    NOT_FOR_US(403),
    /** The database is away: WeChat will try again. */
    NOT_STORED(503);

    private final int status;

    Verdict(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
