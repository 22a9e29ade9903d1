package cn.gridbell.visit;

/** Where a visit stands. */
public enum VisitStatus {
    REQUESTED("待确认"),
    PLANNED("已计划"),
    PROPOSED("待选时间"),
    CONFIRMED("已确认"),
    DECLINED("已谢绝"),
    CHECKED_IN("已上门"),
    COMPLETED("已完成"),
    NOT_HOME("家中无人"),
    REFUSED_AT_DOOR("未能进门"),
    CANCELLED("已取消"),
    EXPIRED("已过期");

    private final String words;

    VisitStatus(String words) {
        this.words = words;
    }

    /** At most five Chinese characters, as shown on screen and in messages. */
    public String words() {
        return words;
    }
}
