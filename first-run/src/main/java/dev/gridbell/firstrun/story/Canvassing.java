package dev.gridbell.firstrun.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A campaign over the resident's building, beside the visit she booked: one knock serves both. The other doors are knocked at one by one:
 * nobody home, refused, met with two needs.
 */
final class Canvassing {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String PURPOSE = "SAFETY_CHECK";
    private static final String PIPE = "厨房下水管接口滴水，地上一直湿着。";
    private static final String NOISE = "楼上夜里装修，孩子睡不好。";

    private final Stage stage;
    private final Cast cast;

    private String campaign = "";
    private String door = "";

    Canvassing(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    /** The community calls for it. */
    void call() {
        Person community = cast.community;
        String where = cast.door.address() + cast.door.building();
        community.step("发起燃气安全敲门行动，走遍" + where + "每一户");
        LocalDate today = dayOf(stage.clock().expect(200).text("now"));
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("name", "燃气安全敲门行动");
        wish.put("purpose", PURPOSE);
        wish.put("gridId", cast.resident.get("/api/resident/me").expect(200).text("grid", "id"));
        wish.put("building", building());
        wish.put("fromDay", today.toString());
        wish.put("toDay", today.plusDays(30).toString());
        campaign = community.post("/api/staff/campaigns", wish).expect(201).text("id");
        int doors = turf().size();
        stage.check(doors >= 4, cast.memberName + "领到 " + doors + " 户");
    }

    /** @param visit booked and confirmed at a door of the building */
    void meets(String visit) {
        Person member = cast.member;
        member.step("看这一天怎么走");
        Instant start = Instant.parse(
                member.get("/api/staff/visits/" + visit).expect(200).text("start"));
        Answer walk =
                member.get("/api/staff/walk?day=" + dayOf(start.toString())).expect(200);
        List<JsonNode> there = walk.items()
                .filter(stop -> stop.path("visitId").asString("").equals(visit))
                .toList();
        stage.check(there.size() == 1, "预约在路线里，一处");
        door = there.get(0).path("householdId").asString("");
        stage.check(there.get(0).path("campaigns").toString().contains("\"" + campaign + "\""), "预约和敲门行动并作一次敲门");
        long knocks = walk.items()
                .filter(stop -> stop.path("householdId").asString("").equals(door))
                .count();
        stage.check(knocks == 1, "同一户只敲一次");
    }

    /** The visit is over. */
    void isCovered() {
        stage.check(turf().stream().noneMatch(stop -> idOf(stop).equals(door)), "预约上门见到了人，这一户的敲门行动也算完成");
    }

    /** The doors nobody booked. */
    void doorToDoor() {
        List<JsonNode> free = turf().stream()
                .filter(stop ->
                        stop.path("hold").isNull() && stop.path("knocks").asInt() == 0)
                .toList();
        stage.check(free.size() >= 3, "还有 " + free.size() + " 户没敲过");
        Person member = cast.member;
        member.step("敲第一户：没人在家");
        Answer nobody = knock(free.get(0), "NOT_HOME", List.of());
        stage.check(nobody.at("covered").isEmpty(), "没见到人，这一户还要再来");
        JsonNode again = turf().stream()
                .filter(stop -> idOf(stop).equals(idOf(free.get(0))))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("没见到人的那一户不在名单里了"));
        stage.check(
                !again.path("nextBand").asString("").equals(nobody.text("band")),
                "下次换个时段来："
                        + again.path("nextBandWords")
                                .asString(again.path("nextBand").asString("")));
        member.step("敲第二户：不愿开门");
        stage.check(covers(knock(free.get(1), "REFUSED", List.of())), "尊重住户，不再打扰");
        member.step("敲第三户：见到了，家里有两件事");
        Answer met = knock(
                free.get(2),
                "MET",
                List.of(
                        Map.of("category", cast.leakCategory, "description", PIPE),
                        Map.of("category", cast.noiseCategory, "description", NOISE)));
        stage.check(covers(met) && met.at("requests").size() == 2, "两件事当场成了两条诉求");
        for (JsonNode request : met.at("requests")) {
            member.get("/api/staff/requests/" + request.asString("")).expect(200);
        }
        progress();
    }

    private void progress() {
        cast.community.step("看敲门行动的进展");
        Answer progress = cast.community
                .get("/api/staff/campaigns/" + campaign + "/progress")
                .expect(200);
        stage.check(progress.at("covered").asInt() == 3, "已走到 3 户：预约的一户、不愿开门的一户、见到的一户");
    }

    private Answer knock(JsonNode stop, String result, List<Map<String, ?>> needs) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("householdId", idOf(stop));
        report.put("result", result);
        report.put("needs", needs);
        return cast.member.post("/api/staff/knocks", report).expect(201);
    }

    private boolean covers(Answer knock) {
        return knock.at("covered").toString().contains("\"" + campaign + "\"");
    }

    private List<JsonNode> turf() {
        List<JsonNode> stops = new ArrayList<>();
        String after = "";
        do {
            Answer page = cast.member
                    .get("/api/staff/campaigns/" + campaign + "/turf?limit=50" + after)
                    .expect(200);
            page.items().forEach(stops::add);
            after = page.at("next").isNull() ? "" : "&after=" + page.text("next");
        } while (!after.isEmpty());
        return stops;
    }

    private Map<String, String> building() {
        Map<String, String> building = new LinkedHashMap<>();
        building.put("address", cast.door.address());
        if (!cast.door.building().isEmpty()) {
            building.put("building", cast.door.building());
        }
        return building;
    }

    private static String idOf(JsonNode stop) {
        return stop.path("householdId").asString("");
    }

    private static LocalDate dayOf(String instant) {
        return Instant.parse(instant).atZone(BEIJING).toLocalDate();
    }
}
