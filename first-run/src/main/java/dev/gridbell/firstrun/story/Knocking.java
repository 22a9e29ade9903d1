package dev.gridbell.firstrun.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Chapter 4: a knock-door visit, from an opening to what came of it, and a campaign over the building that meets it at the door. */
final class Knocking {

    private static final String NEED = "门口水管一直渗水，地面湿滑，老人出门容易滑倒。";

    private final Stage stage;
    private final Cast cast;

    Knocking(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    void play() {
        stage.chapter("四　网格叮咚·敲门行动");
        Canvassing canvassing = new Canvassing(stage, cast);
        canvassing.call();
        String visit = book();
        confirm(visit);
        canvassing.meets(visit);
        atTheDoor(visit);
        outcome(visit);
        canvassing.isCovered();
        canvassing.doorToDoor();
    }

    private String book() {
        Person resident = cast.resident;
        resident.step("看网格员什么时候有空，选最近的一个");
        Answer openings = resident.get("/api/resident/visit-openings").expect(200);
        JsonNode opening = openings.items().findFirst().orElseThrow(() -> new StoryFailed("没有可约的时间"));
        int seen = cast.member.messages().size();
        Map<String, Object> visit = new LinkedHashMap<>();
        visit.put("start", opening.path("start").asString(""));
        visit.put("purpose", "POLICY_HELP");
        visit.put("note", "想问问高龄补贴怎么办。");
        Answer booked = resident.post("/api/resident/visits", visit).expect(201);
        stage.check(
                booked.text("status").equals("REQUESTED"),
                "预约已提交，网格员最晚 " + Stage.said(booked.text("answerBy")) + " 答复");
        String number = booked.text("number");
        cast.member.awaitMessage("预约提醒", "TEMPLATE", seen, number);
        return booked.text("id");
    }

    private void confirm(String visit) {
        Person member = cast.member;
        member.step("打开待确认的走访任务");
        Answer waiting = member.get("/api/staff/visits?status=REQUESTED").expect(200);
        stage.check(
                waiting.items().anyMatch(line -> line.path("id").asString("").equals(visit)), "任务在待确认的列表里");
        int seen = cast.resident.messages().size();
        member.step("确认");
        Answer confirmed = member.post("/api/staff/visits/" + visit + "/confirmation", Map.of());
        stage.check(confirmed.status() / 100 == 2, "已确认");
        Answer hers = cast.resident.get("/api/resident/visits/" + visit).expect(200);
        stage.check(hers.text("status").equals("CONFIRMED"), "居民看到：已确认");
        cast.resident.awaitMessage("预约答复", "TEMPLATE", seen, hers.text("number"));
    }

    private void atTheDoor(String visit) {
        Person resident = cast.resident;
        resident.step("门铃响了，打开手机看暗号");
        String code = resident.get("/api/resident/visits/" + visit).expect(200).text("doorCode");
        Person member = cast.member;
        member.step("先报错一个暗号");
        String wrong = code.equals("000000") ? "000001" : "000000";
        Answer refused = member.post("/api/staff/visits/" + visit + "/check-in", checkIn(wrong));
        stage.check(refused.status() >= 400 && refused.status() < 500, "暗号不对，不算核对：" + refused.text("detail"));
        member.step("报出居民手机上的暗号");
        Answer in = member.post("/api/staff/visits/" + visit + "/check-in", checkIn(code));
        stage.check(in.status() / 100 == 2, "暗号相符，是约好的那个人");
    }

    private Map<String, Object> checkIn(String code) {
        return Map.of("doorCode", code, "location", cast.door.location());
    }

    private void outcome(String visit) {
        Person member = cast.member;
        member.step("记录结果：见到居民，门口又发现一件事");
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("result", "MET");
        outcome.put("note", "已讲清高龄补贴的材料。");
        outcome.put("needs", List.of(Map.of("category", cast.leakCategory, "description", NEED)));
        Answer recorded = member.post("/api/staff/visits/" + visit + "/outcome", outcome);
        stage.check(recorded.status() / 100 == 2, "结果已记录");
        Answer hers = cast.resident.get("/api/resident/requests").expect(200);
        cast.needId = hers.items()
                .map(line -> line.path("id").asString(""))
                .filter(id -> !id.equals(cast.shedId))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("门口的需求没有成为诉求"));
        stage.holds("门口发现的需求成了新的诉求，也在她的“我的诉求”里");
        cast.resident.step("评价这次上门");
        Answer rated = cast.resident.post(
                "/api/resident/visits/" + visit + "/rating",
                Map.of("stars", 5, "helped", true, "comment", "很耐心，讲得明白。"));
        stage.check(rated.status() / 100 == 2, "上门得到五星");
    }
}
