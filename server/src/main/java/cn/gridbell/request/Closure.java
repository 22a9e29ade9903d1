package cn.gridbell.request;

/** How a request was answered; closed is not the same as solved. */
public enum Closure {
    SOLVED("已解决"),
    PARTLY("部分解决"),
    REFUSED("无法办理"),
    TRANSFERRED("已转办"),
    MERGED("已合并");

    private final String words;

    Closure(String words) {
        this.words = words;
    }

    /** At most five Chinese characters. */
    public String words() {
        return words;
    }
}
