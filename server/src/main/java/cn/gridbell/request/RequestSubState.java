package cn.gridbell.request;

/** What a request that is being handled waits for. One that waits for nothing has none. */
public enum RequestSubState {
    WAITING_RESIDENT("等待补充"),
    RETURN_ASKED("退回待定"),
    EXTENSION_ASKED("延期待定"),
    DOWN_OFFERED("下移待定"),
    JOINT_MEETING("待联席会");

    private final String words;

    RequestSubState(String words) {
        this.words = words;
    }

    /** At most five Chinese characters. */
    public String words() {
        return words;
    }
}
