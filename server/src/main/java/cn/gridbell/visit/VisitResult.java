package cn.gridbell.visit;

/** What came of a knock at the door, and where it leaves the visit. */
public enum VisitResult {
    MET("见到居民", VisitStatus.COMPLETED),
    NOT_HOME("家中无人", VisitStatus.NOT_HOME),
    REFUSED("居民谢绝", VisitStatus.REFUSED_AT_DOOR),
    VACANT("房屋空置", VisitStatus.NOT_HOME),
    MOVED("已搬离", VisitStatus.NOT_HOME),
    OTHER_TIME("要求改日", VisitStatus.REFUSED_AT_DOOR),
    UNSAFE("不宜入户", VisitStatus.REFUSED_AT_DOOR);

    private final String words;
    private final VisitStatus status;

    VisitResult(String words, VisitStatus status) {
        this.words = words;
        this.status = status;
    }

    public String words() {
        return words;
    }

    /** How the visit stands after it. */
    VisitStatus status() {
        return status;
    }
}
