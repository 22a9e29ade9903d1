package dev.gridbell.firstrun.story;

import tools.jackson.databind.JsonNode;

/** Chapter 8: WeChat's own callbacks say of each message whether it arrived. */
final class Receipts {

    private static final String ARRIVED = "已送达微信";
    /** Never sent, because a later message says what is true now. */
    private static final String OVERTAKEN = "已有新进展";

    private static final int FEWEST = 5;

    private final Stage stage;
    private final Cast cast;

    Receipts(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    void play() {
        stage.chapter("八　微信的回执");
        cast.resident.step("打开站内信，看所有消息");
        Answer inbox = cast.resident.await("每条消息的回执", "/api/resident/messages?limit=50", Receipts::allSettled);
        long delivered = inbox.items().filter(line -> isAt(line, ARRIVED)).count();
        stage.check(delivered >= FEWEST, delivered + " 条消息都有微信的送达回执");
    }

    private static boolean allSettled(Answer inbox) {
        return inbox.items().allMatch(line -> isAt(line, ARRIVED) || isAt(line, OVERTAKEN));
    }

    private static boolean isAt(JsonNode line, String status) {
        return line.path("status").asString("").equals(status);
    }
}
