package cn.gridbell.request;

/** Where a request stands in the six steps. */
public enum RequestStatus {
    SUBMITTED("已登记"),
    ASSIGNED("已交办"),
    HANDLING("处置中"),
    ANSWERED("已反馈"),
    EVALUATED("已评价"),
    WITHDRAWN("已撤回"),
    REJECTED("不予受理");

    private final String words;

    RequestStatus(String words) {
        this.words = words;
    }

    /** At most five Chinese characters, as shown on screen and in messages. */
    public String words() {
        return words;
    }
}
