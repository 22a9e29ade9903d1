package dev.gridbell.firstrun.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Chapter 6: from green to yellow, a table with the enforcement team and the police, solved within a day, rated. */
final class Coordinating {

    private static final String NOISE = "楼下工地夜里十一点还在施工，连着三天，家里老人睡不着。";
    private static final String RESULT = "城管、派出所已到场，工地当场停工，并书面承诺夜间不再施工。";
    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final Stage stage;
    private final Cast cast;
    private final Person enforcement;
    private final Person police;

    Coordinating(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
        stage.chapter("六　四色联调：绿转黄，三家同桌，一天办结");
        enforcement = Person.onDuty(stage, "城管", stage.street().leadOf("CG-01"));
        police = Person.onDuty(stage, "民警", stage.street().leadOf("GA-01"));
    }

    void play() {
        String request = report();
        whistle(request);
        String table = open(request);
        work(table);
        answer(request, table);
        rate(request);
    }

    private String report() {
        cast.resident.step("夜里又被吵醒，报一件诉求");
        Answer submitted = cast.resident
                .post(
                        "/api/resident/requests",
                        Map.of("category", cast.noiseCategory, "description", NOISE, "location", cast.door.location()))
                .expect(201);
        stage.check(
                submitted.text("colour").equals("GREEN"),
                submitted.text("number") + "：" + submitted.text("colourWords"));
        return submitted.text("id");
    }

    private void whistle(String request) {
        int seen = cast.resident.messages().size();
        cast.member.step("工地不归网格管，向社区吹哨");
        Answer up = cast.member
                .post("/api/staff/requests/" + request + "/escalation", Map.of("reason", "需要城管和派出所到场，网格协调不了"))
                .expect(200);
        stage.check(up.text("colour").equals("YELLOW"), "绿转黄，社区接手");
        Answer hers = cast.resident.get("/api/resident/requests/" + request).expect(200);
        stage.check(
                !hers.text("holder", "name").equals(cast.memberName), "负责人换成 " + Reporting.words(hers.at("holder")));
        cast.resident.awaitMessage("升级的模板消息", "TEMPLATE", seen, hers.text("number"), "黄色");
    }

    private String open(String request) {
        Person community = cast.community;
        community.step("受理，召集城管和派出所联调，请居民也参加");
        community
                .post("/api/staff/requests/" + request + "/acceptance", Map.of())
                .expect(200);
        int enforcementSeen = enforcement.messages().size();
        int policeSeen = police.messages().size();
        int residentSeen = cast.resident.messages().size();
        Answer table = community
                .post(
                        "/api/staff/coordinations",
                        Map.of(
                                "requestId",
                                request,
                                "purpose",
                                "夜间施工噪声联合处置",
                                "unitIds",
                                List.of(unit("CG-01"), unit("GA-01")),
                                "withResident",
                                true))
                .expect(201);
        stage.check(table.at("participants").size() == 2, "联调桌上有 " + names(table));
        enforcement.awaitMessage("联调邀请", "TEMPLATE", enforcementSeen);
        police.awaitMessage("联调邀请", "TEMPLATE", policeSeen);
        cast.resident.awaitMessage("联调邀请", "TEMPLATE", residentSeen);
        for (Person called : List.of(enforcement, police)) {
            called.step("打开诉求，看是什么事");
            Answer seen = called.get("/api/staff/requests/" + request).expect(200);
            stage.check(!seen.body().toString().contains(cast.resident.phone()), called.name() + "看得到诉求，看不到居民的手机号");
        }
        return table.text("id");
    }

    private void work(String table) {
        Person community = cast.community;
        community.step("记下纪要，把任务分给两家");
        String at = "/api/staff/coordinations/" + table;
        community.post(at + "/minutes", Map.of("words", "城管现场叫停，派出所核对夜间施工许可。")).expect(200);
        int seen = enforcement.messages().size();
        String due = now().plus(Duration.ofHours(4)).toString();
        String stop = task(at, "现场叫停并取证", "CG-01", due, 0);
        String check = task(at, "核对夜间施工许可", "GA-01", due, 1);
        enforcement.awaitMessage("联调任务", "TEMPLATE", seen);
        enforcement.step("到场叫停，任务完成");
        enforcement.post(at + "/tasks/" + stop + "/completion", Map.of()).expect(200);
        police.step("许可已过期，任务完成");
        Answer done =
                police.post(at + "/tasks/" + check + "/completion", Map.of()).expect(200);
        stage.check(done.at("tasks").valueStream().allMatch(one -> one.hasNonNull("doneAt")), "两项任务都在期限前完成");
    }

    private String task(String at, String what, String unit, String due, int place) {
        Answer given = cast.community
                .post(at + "/tasks", Map.of("what", what, "unitId", unit(unit), "dueAt", due))
                .expect(200);
        return given.at("tasks").path(place).path("id").asString("");
    }

    private void answer(String request, String table) {
        Person community = cast.community;
        community.step("联调结束，答复：" + RESULT);
        community
                .post("/api/staff/coordinations/" + table + "/closure", Map.of("outcome", "已停工，书面承诺夜间不施工"))
                .expect(200);
        int seen = cast.resident.messages().size();
        community
                .post("/api/staff/requests/" + request + "/result", Map.of("closure", "SOLVED", "words", RESULT))
                .expect(200);
        Answer hers = cast.resident.get("/api/resident/requests/" + request).expect(200);
        cast.resident.awaitMessage("答复的模板消息", "TEMPLATE", seen, hers.text("number"), "已解决");
        Duration took = Duration.between(Instant.parse(hers.text("submittedAt")), now());
        stage.check(took.compareTo(ONE_DAY) < 0, "从提交到答复不到一天：" + hers.text("clock", "words"));
        stage.check(hers.at("timeline").toString().contains("联调"), "每一步都在诉求的时间线上");
    }

    private void rate(String request) {
        cast.resident.step("今晚安静了，五星");
        Answer rated = cast.resident
                .post("/api/resident/requests/" + request + "/rating", Map.of("solved", "YES", "stars", 5))
                .expect(200);
        stage.check(rated.text("status").equals("EVALUATED"), "已评价，这件诉求走完六步");
    }

    private String unit(String code) {
        return cast.community
                .get("/api/staff/units")
                .expect(200)
                .items()
                .filter(unit -> unit.path("code").asString("").equals(code))
                .map(unit -> unit.path("id").asString(""))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("没有单位 " + code));
    }

    private static String names(Answer table) {
        return String.join(
                "、",
                table.at("participants")
                        .valueStream()
                        .map(seat -> seat.path("name").asString(""))
                        .toList());
    }

    private Instant now() {
        return Instant.parse(stage.clock().expect(200).text("now"));
    }
}
