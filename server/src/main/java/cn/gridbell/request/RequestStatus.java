package cn.gridbell.request;

/** Where a request stands in the six steps. */
public enum RequestStatus {
    SUBMITTED("已登记"),
    ASSIGNED("已交办"),
    HANDLING("处置中"),
    ANSWERED("已反馈"),
    EVALUATED("已评价"),
    /** Answered, and for 14 days nobody said whether it helped. */
    UNRATED("未评结案"),
    /** Goes on as another request. */
    MERGED("已合并"),
    WITHDRAWN("已撤回"),
    REJECTED("不予受理");

    private final String words;

    RequestStatus(String words) {
        this.words = words;
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return this == SUBMITTED || this == ASSIGNED || this == HANDLING;
    }

    /** At most five Chinese characters, as shown on screen and in messages. */
    public String words() {
        return words;
    }
}
