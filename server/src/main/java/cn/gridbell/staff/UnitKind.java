package cn.gridbell.staff;

/** What a unit is. */
public enum UnitKind {
    /** Property companies (物业服务端). */
    PROPERTY("物业公司"),
    ENFORCEMENT("城管执法队"),
    POLICE("公安派出所"),
    EMERGENCY("应急队伍"),
    /** Any other unit that sends staff into the grids. */
    SECONDING("下沉单位");

    private final String words;

    UnitKind(String words) {
        this.words = words;
    }

    /** In Chinese. */
    public String words() {
        return words;
    }
}
