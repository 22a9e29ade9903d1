package dev.gridbell.firstrun.story;

import java.util.LinkedHashMap;
import java.util.Map;

/** Chapter 3: the official account is followed, the two openids meet; and somebody who can be reached nowhere. */
final class Following {

    private final Stage stage;
    private final Cast cast;

    Following(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    void play() {
        stage.chapter("三　关注公众号，从此收到模板消息");
        cast.resident.step("关注公众号");
        cast.resident.inWechat("follow", Map.of());
        stage.holds("小程序和公众号认出是同一个人，以后的答复走公众号模板消息");
        nobodyReachable();
    }

    private void nobodyReachable() {
        Person neighbour = cast.neighbour;
        neighbour.step("没关注公众号，也没允许订阅消息，报修门口的路灯");
        Map<String, Object> lamp = new LinkedHashMap<>();
        lamp.put("category", cast.lampCategory);
        lamp.put("description", "小区门口的路灯不亮，晚上看不清台阶。");
        lamp.put("address", cast.door.address() + cast.door.building());
        Answer submitted = neighbour.post("/api/resident/requests", lamp).expect(201);
        String id = submitted.text("id");
        neighbour.await("站内信", "/api/resident/messages", inbox -> tellsOf(inbox, id));
        stage.holds("微信上联系不到他，站内信里留着这条消息");
        cast.community.step("看看有谁没通知到");
        cast.community.await(
                "没通知到的人的待办", "/api/staff/messages?status=COULD_NOT_TELL&limit=50", list -> tellsOf(list, id));
        stage.holds("工作台上多了一项：请电话告诉这位居民");
    }

    private static boolean tellsOf(Answer messages, String request) {
        return messages.items()
                .map(message -> message.path("subject"))
                .anyMatch(subject -> subject.path("id").asString("").equals(request)
                        && subject.path("kind").asString("").equals("REQUEST"));
    }
}
