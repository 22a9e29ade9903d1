package cn.gridbell.request;

/** What happened, on the timeline. */
enum EntryKind {
    SUBMITTED("登记"),
    SCREENING("甄别"),
    ASSIGNED("交办"),
    ACCEPTED("受理"),
    ESCALATED("升级"),
    ANSWERED("反馈"),
    RATED("评价"),
    REOPENED("重新办理"),
    COMMENTED("补充"),
    HEARD("公众号留言"),
    CHASED("催办"),
    MERGED("合并"),
    SPLIT("拆分"),
    CLOSED_UNRATED("未评结案"),
    FOLLOWED_UP("回访"),
    WITHDRAWN("撤回"),
    REJECTED("不予受理"),
    RETURN_ASKED("申请退回"),
    RETURN_DECIDED("退回审定"),
    MEETING_CALLED("提交联席会"),
    MEETING_DECIDED("联席会决定"),
    EXTENSION_ASKED("申请延期"),
    EXTENSION_DECIDED("延期审定"),
    QUESTION_ASKED("询问居民"),
    REPLIED("居民回复"),
    WAITING_LAPSED("不再等待"),
    DOWN_OFFERED("提出下移"),
    DOWN_DECIDED("下移审定"),
    COORDINATED("联调"),
    DISTRICT_ANSWERED("区级答复");

    private final String words;

    EntryKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
