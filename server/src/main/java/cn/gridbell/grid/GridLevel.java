package cn.gridbell.grid;

/** The tree: a street has communities, a community has grids, a grid has micro-grids. */
public enum GridLevel {
    STREET("街道"),
    COMMUNITY("社区"),
    GRID("网格"),
    MICRO_GRID("微网格");

    private final String words;

    GridLevel(String words) {
        this.words = words;
    }

    /** As people here say it. */
    public String words() {
        return words;
    }
}
