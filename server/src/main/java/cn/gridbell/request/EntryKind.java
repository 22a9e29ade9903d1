package cn.gridbell.request;

/** What happened, on the timeline. */
enum EntryKind {
    SUBMITTED("登记"),
    ASSIGNED("交办"),
    ACCEPTED("受理"),
    ESCALATED("升级"),
    ANSWERED("反馈"),
    RATED("评价"),
    REOPENED("重新办理"),
    COMMENTED("补充"),
    HEARD("公众号留言"),
    WITHDRAWN("撤回");

    private final String words;

    EntryKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
