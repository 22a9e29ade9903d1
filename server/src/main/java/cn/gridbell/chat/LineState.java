package cn.gridbell.chat;

/** What became of a line. */
enum LineState {
    /** The person said it. */
    HEARD("居民"),
    SENDING("发送中"),
    SENT("已送达"),
    /** The answer to the call was lost: it may have arrived. */
    UNKNOWN("可能已送达"),
    /** Not sent: the chat window was closed. */
    CLOSED("未送达，会话窗口已关闭"),
    /** Not sent: WeChat was away. */
    FAILED("未送达，请重发");

    private final String words;

    LineState(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
