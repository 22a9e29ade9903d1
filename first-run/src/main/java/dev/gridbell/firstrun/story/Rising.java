package dev.gridbell.firstrun.story;

import java.util.Map;

/** Chapter 7: what no level of the street can solve goes up to the district, and the district's answer is written down. */
final class Rising {

    private static final String RIVER = "河边老厂房一下雨就往河里冒污水，味道很大，涉及好几个部门。";
    private static final String DISTRICT_ANSWER = "区生态环境局已立案，列入本月河道整治计划。";

    private final Stage stage;
    private final Cast cast;
    private final Person street;
    private final Person district;

    Rising(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
        stage.chapter("七　一路到红：区里的答复也写在上面");
        street = Person.onDuty(stage, "街道", stage.street().streetOf(cast.door.gridCode()));
        district = Person.onDuty(stage, "区里", stage.street().districtOf(cast.door.gridCode()));
    }

    void play() {
        cast.resident.step("报一件街道自己解决不了的事");
        Answer submitted = cast.resident
                .post(
                        "/api/resident/requests",
                        Map.of("category", cast.sewageCategory, "description", RIVER, "location", cast.door.location()))
                .expect(201);
        String request = submitted.text("id");
        up(cast.member, request, "厂房不在网格权限内", "YELLOW");
        up(cast.community, request, "社区没有执法权", "BLUE");
        onTheAgenda(request);
        up(street, request, "跨部门，需要区里统筹", "RED");
        answered(request);
    }

    private void up(Person holder, String request, String reason, String colour) {
        holder.step("向上一级吹哨：" + reason);
        Answer moved = holder.post("/api/staff/requests/" + request + "/escalation", Map.of("reason", reason))
                .expect(200);
        stage.check(moved.text("colour").equals(colour), "现在：" + moved.text("colourWords"));
    }

    private void onTheAgenda(String request) {
        street.step("看下次联席会的议题");
        Answer agenda = street.get("/api/staff/joint-meeting?limit=50").expect(200);
        stage.check(agenda.items().anyMatch(line -> line.path("id").asString("").equals(request)), "蓝色诉求已在联席会议题里");
    }

    private void answered(String request) {
        district.step("看到报上来的诉求");
        Answer seen = district.get("/api/staff/requests/" + request).expect(200);
        stage.check(seen.text("colour").equals("RED"), "负责人：" + Reporting.words(seen.at("holder")));
        int before = cast.resident.messages().size();
        street.step("把区里的答复记在诉求上：" + DISTRICT_ANSWER);
        street.post("/api/staff/requests/" + request + "/district-answer", Map.of("words", DISTRICT_ANSWER))
                .expect(200);
        Answer hers = cast.resident.get("/api/resident/requests/" + request).expect(200);
        stage.check(hers.at("timeline").toString().contains(DISTRICT_ANSWER), "居民在时间线上看到区里的答复");
        cast.resident.awaitMessage("区里答复的模板消息", "TEMPLATE", before, hers.text("number"));
    }
}
