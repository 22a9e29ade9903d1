package cn.gridbell.visit;

/** What a visit is for. */
public enum VisitPurpose {
    SAFETY_CHECK("安全隐患排查"),
    POLICY_HELP("政策咨询"),
    ELDERLY_CARE("为老服务"),
    DISPUTE("矛盾调解"),
    FORMALITY("代办服务"),
    FOLLOW_UP("诉求回访"),
    OTHER("其他事项");

    private final String words;

    VisitPurpose(String words) {
        this.words = words;
    }

    /** As shown on screen and in messages. */
    public String words() {
        return words;
    }
}
