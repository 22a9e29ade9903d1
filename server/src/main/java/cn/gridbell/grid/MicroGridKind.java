package cn.gridbell.grid;

/** 四分微网: the four kinds of micro-grid. */
public enum MicroGridKind {
    BUILDING("楼栋"),
    RESIDENT_UNIT("驻街单位"),
    STREET_SHOP("沿街商铺"),
    CONSTRUCTION_SITE("建筑工地");

    private final String words;

    MicroGridKind(String words) {
        this.words = words;
    }

    /** As people here say it. */
    public String words() {
        return words;
    }
}
