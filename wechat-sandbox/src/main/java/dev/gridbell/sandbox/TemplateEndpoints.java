package dev.gridbell.sandbox;

import java.util.List;
import java.util.Map;

/** Which templates an app has: 模板消息 and 订阅消息 lists. */
final class TemplateEndpoints {
    private final Platform platform;

    TemplateEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.get("/wxaapi/newtmpl/gettemplate", Endpoint.Needs.ANY_TOKEN, call -> subscribeTemplates(call.app()))
                .get(
                        "/cgi-bin/template/get_all_private_template",
                        Endpoint.Needs.OFFICIAL_ACCOUNT,
                        call -> templates());
    }

    private Object subscribeTemplates(AppKind app) {
        List<Map<String, Object>> list = platform.templates.of(app).stream()
                .filter(Template::bySubscription)
                .map(template -> Json.object(
                        "priTmplId", template.id(),
                        "title", template.title(),
                        "content", template.content(),
                        "example", template.example(),
                        "type", template.type().number))
                .toList();
        return ApiPlane.ok("data", list);
    }

    private Object templates() {
        List<Map<String, Object>> list = platform.templates.of(AppKind.OFFICIAL_ACCOUNT).stream()
                .filter(template -> !template.bySubscription())
                .map(template -> Json.object(
                        "template_id", template.id(),
                        "title", template.title(),
                        "primary_industry", "政府|公共事业",
                        "deputy_industry", "政府|公共事业",
                        "content", template.content(),
                        "example", template.example()))
                .toList();
        return Json.object("template_list", list);
    }
}
