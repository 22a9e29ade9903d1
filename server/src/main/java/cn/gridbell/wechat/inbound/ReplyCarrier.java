package cn.gridbell.wechat.inbound;

/** Declared here, implemented by the room that speaks with WeChat: sends a reply as a message of its own. */
public interface ReplyCarrier {

    /** What came of it. */
    enum Outcome {
        SENT,
        /** Certainly not sent; trying again may work. */
        AGAIN,
        /** The person's chat window is closed or used up. */
        CLOSED,
        /** Trying again cannot work. */
        REFUSED,
        /** It may have been sent: not tried again, the person would read it twice. */
        UNKNOWN
    }

    /** Calls WeChat; not inside a transaction. */
    Outcome carry(long personId, String words);
}
