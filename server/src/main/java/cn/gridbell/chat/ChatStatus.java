package cn.gridbell.chat;

/** Where a chat that was handed over to staff stands. */
enum ChatStatus {
    WAITING("待回复"),
    ANSWERED("已回复"),
    CLOSED("已结束");

    private final String words;

    ChatStatus(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
