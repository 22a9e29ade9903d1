package cn.gridbell.message;

/** Where a message stands. */
enum MessageStatus {
    /** Waits until it is due; tried before if it has attempts. */
    QUEUED("正在发送"),
    /** Claimed by one courier until its lease ends. */
    SENDING("正在发送"),
    /** WeChat took it; the receipt is awaited. */
    SENT("已发送到微信"),
    /** The receipt says it arrived. */
    DELIVERED("已送达微信"),
    /** WeChat took it and no receipt came within a day; a late one still counts. */
    UNCONFIRMED("已发送到微信"),
    /** A call was made and its answer never seen; sending again could show it twice. */
    UNKNOWN("可能已发送到微信"),
    /** No channel reaches the person: somebody has to call. */
    COULD_NOT_TELL("仅在小程序内"),
    /** A staff member told the person by telephone. */
    TOLD("工作人员已告知"),
    /** Nothing was open to the person, and it is not worth a telephone call. */
    INBOX_ONLY("仅在小程序内"),
    /** The person does not want to hear of such things. */
    MUTED("按您的设置，仅在小程序内"),
    /** Tried as often as the settings allow. */
    DEAD("仅在小程序内"),
    /** Its time was over before it could be sent. */
    EXPIRED("仅在小程序内"),
    /** No longer true when its turn came; what is true now is told by a later message. */
    SUPERSEDED("已有新进展"),
    /** The subject or the person is no longer there. */
    GONE("已失效");

    private final String words;

    MessageStatus(String words) {
        this.words = words;
    }

    /** As shown in the inbox. */
    String words() {
        return words;
    }
}
