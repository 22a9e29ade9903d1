package dev.gridbell.firstrun.story;

/** Chapter 6: WeChat's own callbacks say of each message whether it arrived. */
final class Receipts {

    private final Stage stage;
    private final Cast cast;

    Receipts(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    void play() {
        stage.chapter("六　微信的回执");
        cast.resident.step("打开站内信，看所有消息");
        Answer inbox = cast.resident.await(
                "每条消息的回执",
                "/api/resident/messages",
                list -> list.items().count() > 0
                        && list.items()
                                .allMatch(message ->
                                        message.path("status").asString("").equals("DELIVERED")));
        stage.holds(inbox.items().count() + " 条消息都有微信的送达回执");
    }
}
