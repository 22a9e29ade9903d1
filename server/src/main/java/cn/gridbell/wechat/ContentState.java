package cn.gridbell.wechat;

/** How far words or a picture have come on their way to other residents and the public. Only {@link #PASSED} may be shown to them. */
public enum ContentState {
    /** Not judged yet. */
    PENDING("检查中"),
    /** WeChat, or a person after it, sees nothing against showing it. */
    PASSED("可公开"),
    /** A person has to look. */
    REVIEW("待人工查看"),
    /** WeChat says that it must not be shown. */
    RISKY("内容违规"),
    /** A person looked and holds it back. */
    HIDDEN("不公开");

    private final String words;

    ContentState(String words) {
        this.words = words;
    }

    /** At most five Chinese characters. */
    public String words() {
        return words;
    }
}
