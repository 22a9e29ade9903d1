package cn.gridbell.resident.disclosure;

/** What was shown. */
public enum Revealed {
    PHONE("手机号码"),
    DOOR("门牌号");

    private final String words;

    Revealed(String words) {
        this.words = words;
    }

    /** In Chinese. */
    public String words() {
        return words;
    }
}
