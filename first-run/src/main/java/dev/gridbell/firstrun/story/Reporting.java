package dev.gridbell.firstrun.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Chapter 2: a photo and a place, one tap too many, and still one request. */
final class Reporting {

    static final String DESCRIPTION = "楼下绿地上新搭了一个蓝色铁皮棚，已经挡住消防通道，请来看看。";

    private final Stage stage;
    private final Cast cast;

    Reporting(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    void play() {
        stage.chapter("二　随手拍：楼下的违建");
        Person resident = cast.resident;
        resident.step("拍下照片并上传");
        Answer photo = resident.uploadPhoto(Snapshot.ofTheShed()).expect(201);
        String photoId = photo.text("id");
        stage.holds("照片已检查、转正并去掉了拍摄信息：" + photo.text("width") + "×" + photo.text("height"));

        resident.step("查看有哪些诉求类别");
        Answer categories = resident.get("/api/resident/request-categories").expect(200);
        String category = codeOf(categories, "违法建设");
        cast.lampCategory = codeOf(categories, "路灯故障");
        cast.leakCategory = codeOf(categories, "管道漏水");
        cast.noiseCategory = codeOf(categories, "噪音扰民");
        cast.sewageCategory = codeOf(categories, "污水外溢");

        allowMessages("SUBMIT_REQUEST");
        submitTwice(category, photoId);
    }

    /** A tap on "always keep me posted": spent one by one while she does not follow the official account. */
    private void allowMessages(String scene) {
        Person resident = cast.resident;
        List<String> ids = new ArrayList<>();
        resident.get("/api/resident/message-templates?scene=" + scene)
                .expect(200)
                .items()
                .forEach(template -> ids.add(template.path("templateId").asString("")));
        stage.check(!ids.isEmpty() && ids.size() <= 3, "提交前要问她的订阅消息不超过三种");
        resident.step("点“允许”订阅消息");
        Answer tapped = resident.inWechat("consents", Map.of("templateIds", ids, "choice", "accept"));
        Map<String, String> results = new LinkedHashMap<>();
        ids.forEach(id -> results.put(id, tapped.at("results").path(id).asString("")));
        resident.post("/api/resident/message-consents", Map.of("results", results));
    }

    private void submitTwice(String category, String photoId) {
        Person resident = cast.resident;
        int seen = resident.messages().size();
        int memberSeen = cast.member.messages().size();
        resident.step("提交诉求，手一抖点了两次");
        Map<String, Object> shed = new LinkedHashMap<>();
        shed.put("category", category);
        shed.put("description", DESCRIPTION);
        shed.put("location", cast.door.location());
        shed.put("photoIds", List.of(photoId));
        Answer[] taps = resident.doubleTap("/api/resident/requests", shed);
        Answer first = taps[0].status() == 201 ? taps[0] : taps[1];
        Answer second = first == taps[0] ? taps[1] : taps[0];
        first.expect(201);
        stage.check(
                second.status() == 409
                        || second.status() == 201 && second.text("id").equals(first.text("id")),
                "两次点击，只登记一件：" + first.text("number"));
        cast.shedId = first.text("id");
        stage.check(first.text("colour").equals("GREEN"), "颜色用文字说清：" + first.text("colourWords"));
        stage.holds("负责人：" + words(first.at("holder")) + "，期限：" + Stage.said(first.text("dueAt")));
        long hers = resident.get("/api/resident/requests").expect(200).items().count();
        stage.check(hers == 1, "“我的诉求”里正好一件");
        resident.awaitMessage("提交后的订阅消息", "SUBSCRIBE", seen, first.text("number"));
        cast.member.awaitMessage("交办提醒", "TEMPLATE", memberSeen, first.text("number"));
    }

    private static String codeOf(Answer tree, String name) {
        return tree.items()
                .flatMap(Reporting::withChildren)
                .filter(category -> category.path("selectable").asBoolean(false))
                .filter(category -> category.path("name").asString("").equals(name))
                .map(category -> category.path("code").asString(""))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("类别里没有“" + name + "”"));
    }

    private static Stream<JsonNode> withChildren(JsonNode category) {
        return Stream.concat(
                Stream.of(category),
                StreamSupport.stream(category.path("children").spliterator(), false)
                        .flatMap(Reporting::withChildren));
    }

    /** Role and name of who answers for it. */
    static String words(JsonNode holder) {
        return holder.path("title").asString("") + " " + holder.path("name").asString("");
    }
}
