package cn.gridbell.request;

/** What the resident says of the answer. */
enum Solved {
    YES("已解决"),
    PARTLY("部分解决"),
    NO("没有解决");

    private final String words;

    Solved(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
