package cn.gridbell.platform.masking;

/** What was found. */
public enum PersonalKind {
    PHONE("〔电话已隐去〕"),
    ID_NUMBER("〔证件号已隐去〕"),
    PLATE("〔车牌已隐去〕"),
    DOOR("〔门牌已隐去〕");

    private final String cover;

    PersonalKind(String cover) {
        this.cover = cover;
    }

    /** What stands in its place. */
    String cover() {
        return cover;
    }
}
