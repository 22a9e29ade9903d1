package dev.gridbell.firstrun.story;

import java.util.LinkedHashMap;
import java.util.Map;

/** Chapter 5: acceptance, answer, rating, thanks in the chat; and one that was not solved. */
final class Answering {

    private static final String RESULT = "已联合城管上门，搭建人当天自行拆除，消防通道恢复畅通。";

    private final Stage stage;
    private final Cast cast;

    Answering(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    void play() {
        stage.chapter("五　受理、答复、评价，和一句“谢谢”");
        lookAtThePhoto();
        handle(cast.shedId, RESULT);
        thank();
        notSolved();
    }

    private void lookAtThePhoto() {
        Person member = cast.member;
        member.step("打开诉求，看居民拍的照片");
        Answer detail = member.get("/api/staff/requests/" + cast.shedId).expect(200);
        Answer photo = member.get(detail.at("photos").path(0).path("url").asString(""));
        stage.check(photo.status() == 200, "照片用限时链接打开");
        stage.check(!detail.body().toString().contains(cast.resident.phone()), "诉求里没有居民的手机号");
    }

    private void handle(String request, String words) {
        Person member = cast.member;
        member.step("受理诉求");
        Answer accepted = member.post("/api/staff/requests/" + request + "/acceptance", Map.of());
        stage.check(accepted.status() / 100 == 2, "已受理，正在处置");
        int seen = cast.resident.messages().size();
        member.step("答复：" + words);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("closure", "SOLVED");
        result.put("words", words);
        Answer answered = member.post("/api/staff/requests/" + request + "/result", result);
        stage.check(answered.status() / 100 == 2, "已反馈");
        Answer hers = cast.resident.get("/api/resident/requests/" + request).expect(200);
        stage.check(hers.body().toString().contains(words), "居民在诉求里看到答复");
        cast.resident.awaitMessage("答复的模板消息", "TEMPLATE", seen, hers.text("number"), "已解决");
    }

    private void thank() {
        Person resident = cast.resident;
        resident.step("评价：已解决，五星");
        Answer rated = resident.post(
                "/api/resident/requests/" + cast.shedId + "/rating",
                Map.of("solved", "YES", "stars", 5, "comment", "一天就拆了，真快。"));
        stage.check(rated.status() / 100 == 2, "评价已记在诉求上");
        Answer detail = resident.get("/api/resident/requests/" + cast.shedId).expect(200);
        stage.check(detail.text("outcome", "stars").equals("5"), "五星");
        resident.step("在公众号里说：谢谢");
        resident.inWechat("say", Map.of("text", "谢谢"));
        resident.await("诉求时间线上的“谢谢”", "/api/resident/requests/" + cast.shedId, seen -> seen.at("timeline")
                .toString()
                .contains("谢谢"));
        stage.holds("“谢谢”到了这件诉求的时间线上");
    }

    private void notSolved() {
        Person resident = cast.resident;
        handle(cast.needId, "已电话告知物业留意。");
        resident.step("没解决，一星");
        Answer rated = resident.post(
                "/api/resident/requests/" + cast.needId + "/rating",
                Map.of("solved", "NO", "stars", 1, "comment", "没人来修，水还在漏。"));
        stage.check(rated.status() / 100 == 2, "不满意也记下了");
        Answer reopened = resident.get("/api/resident/requests/" + cast.needId).expect(200);
        stage.check(reopened.text("status").equals("ASSIGNED"), "诉求重新打开");
        stage.check(reopened.text("colour").equals("YELLOW"), "升了一级：" + reopened.text("colourWords"));
        String holder = Reporting.words(reopened.at("holder"));
        stage.check(!reopened.text("holder", "name").equals(cast.memberName), "换了负责人：" + holder);
    }
}
