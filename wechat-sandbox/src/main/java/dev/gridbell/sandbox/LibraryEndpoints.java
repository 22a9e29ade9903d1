package dev.gridbell.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * 模板库: what an app may choose from, and choosing it. The library holds the titles of {@code sandbox-templates.json}; one can be
 * taken any number of times.
 */
final class LibraryEndpoints {
    private static final int FIRST_TITLE = 1_000;
    private static final int CATEGORY = 9_000_100;
    private static final int MOST_TEMPLATES = 50;
    private static final int MOST_PRIVATE_TEMPLATES = 25;

    private final Platform platform;

    LibraryEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        Endpoint.Needs either = Endpoint.Needs.ANY_TOKEN;
        Endpoint.Needs official = Endpoint.Needs.OFFICIAL_ACCOUNT;
        api.get("/wxaapi/newtmpl/getcategory", either, call -> categories())
                .get("/wxaapi/newtmpl/getpubtemplatetitles", either, this::titles)
                .get("/wxaapi/newtmpl/getpubtemplatekeywords", either, this::keywords)
                .post("/wxaapi/newtmpl/addtemplate", either, this::add)
                .post("/wxaapi/newtmpl/deltemplate", either, this::delete)
                .post("/cgi-bin/template/api_add_template", official, this::addPrivate)
                .post("/cgi-bin/template/del_private_template", official, this::deletePrivate)
                .post("/cgi-bin/template/api_set_industry", official, this::setIndustry)
                .get("/cgi-bin/template/get_industry", official, call -> industry());
    }

    private static Object categories() {
        return ApiPlane.ok("data", List.of(Json.object("id", CATEGORY, "name", "政务民生")));
    }

    private Object titles(ApiCall call) {
        if (call.query("ids").isEmpty()) {
            throw new WechatRefusal(200018, "missing category ids");
        }
        if (!call.query("ids").equals(Integer.toString(CATEGORY))) {
            throw new WechatRefusal(200019, "invalid category ids");
        }
        int start = number(call.query("start"), 0, Integer.MAX_VALUE, 200016);
        int limit = number(call.query("limit"), 1, 30, 200017);
        List<Template> library = platform.templates.library();
        List<Map<String, Object>> page = new ArrayList<>();
        for (int i = start; i < Math.min(library.size(), start + limit); i++) {
            Template title = library.get(i);
            page.add(Json.object(
                    "tid",
                    FIRST_TITLE + i,
                    "title",
                    title.title(),
                    "type",
                    title.type().number,
                    "categoryId",
                    Integer.toString(CATEGORY)));
        }
        return ApiPlane.ok("count", library.size(), "data", page);
    }

    private Object keywords(ApiCall call) {
        Template title = title(call.query("tid"));
        List<Map<String, Object>> list = new ArrayList<>();
        for (Template.Field field : title.fields()) {
            list.add(Json.object(
                    "kid",
                    list.size() + 1,
                    "name",
                    field.label(),
                    "example",
                    field.example(),
                    "rule",
                    field.key().replaceAll("\\d", "")));
        }
        return ApiPlane.ok("count", list.size(), "data", list);
    }

    private Object add(ApiCall call) {
        Template title = title(call.text("tid"));
        if (call.text("sceneDesc").length() > 15) {
            throw new WechatRefusal(200021, "invalid sceneDesc");
        }
        long own = platform.templates.of(call.app()).stream()
                .filter(Template::bySubscription)
                .count();
        if (own >= MOST_TEMPLATES) {
            throw new WechatRefusal(200012, "private template number exceeds the limit");
        }
        List<Template.Field> fields = new ArrayList<>();
        call.body().path("kidList").forEach(kid -> fields.add(field(title, kid)));
        if (fields.size() < 2 || fields.size() > 5) {
            throw new WechatRefusal(200020, "invalid kidList");
        }
        return ApiPlane.ok("priTmplId", keep(call.app(), title, fields, true));
    }

    private Object delete(ApiCall call) {
        Template template = platform.templates
                .find(call.text("priTmplId"))
                .filter(found -> found.kind() == call.app() && found.bySubscription())
                .orElseThrow(() -> new WechatRefusal(20001, "no such template"));
        platform.templates.remove(template.id());
        return ApiPlane.ok();
    }

    private Object addPrivate(ApiCall call) {
        String number = call.text("template_id_short");
        if (!number.matches("TM\\d{5}|\\d{1,5}")) {
            throw WechatRefusal.invalidTemplate();
        }
        Template title = find(Integer.parseInt(number.replace("TM", ""))).orElseThrow(WechatRefusal::invalidTemplate);
        long own = platform.templates.of(AppKind.OFFICIAL_ACCOUNT).stream()
                .filter(template -> !template.bySubscription())
                .count();
        if (own >= MOST_PRIVATE_TEMPLATES) {
            throw new WechatRefusal(45026, "template num exceeds limit");
        }
        return ApiPlane.ok("template_id", keep(AppKind.OFFICIAL_ACCOUNT, title, title.fields(), false));
    }

    private Object deletePrivate(ApiCall call) {
        platform.templates.remove(
                platform.templates.requireSendable(call.text("template_id")).id());
        return ApiPlane.ok();
    }

    private String keep(AppKind app, Template title, List<Template.Field> fields, boolean bySubscription) {
        Template own = new Template(Randoms.letters(43), app, title.title(), title.type(), fields, bySubscription);
        platform.templates.add(own);
        return own.id();
    }

    private Object setIndustry(ApiCall call) {
        int first = number(call.text("industry_id1"), 1, 41, 40102);
        int second = number(call.text("industry_id2"), 1, 41, 40102);
        platform.templates.industries(List.of(first, second));
        return ApiPlane.ok();
    }

    private Object industry() {
        List<Integer> chosen = platform.templates.industries();
        return Json.object(
                "primary_industry", industry(chosen.get(0)),
                "secondary_industry", industry(chosen.get(1)));
    }

    /** Only the two of a street office have their real names. */
    private static Map<String, Object> industry(int number) {
        return switch (number) {
            case 20 -> Json.object("first_class", "政府与公共事业", "second_class", "公共事业");
            case 24 -> Json.object("first_class", "政府与公共事业", "second_class", "学术科研");
            default -> Json.object("first_class", "行业", "second_class", Integer.toString(number));
        };
    }

    private Template title(String tid) {
        return find(number(tid, FIRST_TITLE, Integer.MAX_VALUE, 200014))
                .orElseThrow(() -> new WechatRefusal(200014, "invalid tid"));
    }

    private Optional<Template> find(int tid) {
        List<Template> library = platform.templates.library();
        int index = tid - FIRST_TITLE;
        return index >= 0 && index < library.size() ? Optional.of(library.get(index)) : Optional.empty();
    }

    private static Template.Field field(Template title, JsonNode kid) {
        int index = kid.asInt(0) - 1;
        if (index < 0 || index >= title.fields().size()) {
            throw new WechatRefusal(200020, "invalid kidList");
        }
        return title.fields().get(index);
    }

    private static int number(String text, int least, int most, int refusal) {
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new WechatRefusal(refusal, "invalid args");
    }
}
