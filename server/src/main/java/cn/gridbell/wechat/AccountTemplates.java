package cn.gridbell.wechat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The message templates the two accounts have at WeChat. For operators; never on anybody's way.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/api/notify/template/api_getalltemplates.html">get_all_private_template</a>
 * @see <a href="https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/getMessageTemplateList.html">
 *     gettemplate</a>
 */
@Component
public class AccountTemplates {

    private static final String OFFICIAL = "/cgi-bin/template/";
    private static final String MINI = "/wxaapi/newtmpl/";
    private static final Pattern FIELD = Pattern.compile("([^\\n{}]*?)[:：]?\\s*\\{\\{\\s*([a-z_]+\\d+)\\.DATA\\s*}}");
    private static final int LONG_TERM = 3;
    private static final int PAGE = 30;

    private final WechatCalls calls;
    private final String host;
    private final JsonMapper json;

    AccountTemplates(WechatCalls calls, WechatProperties properties, JsonMapper json) {
        this.calls = calls;
        this.host = properties.apiHost().toString();
        this.json = json;
    }

    /**
     * What the account has now.
     *
     * @throws WechatUnavailable 503, WeChat does not answer or refuses
     */
    public List<AccountTemplate> of(WechatApp app) {
        return switch (app) {
            case OFFICIAL_ACCOUNT -> {
                JsonNode all = answer(() -> calls.asOfficialAccount(
                        "get_all_private_template",
                        service -> service.get(host + OFFICIAL + "get_all_private_template", null)));
                yield read(all.path("template_list"), "template_id");
            }
            case MINI_PROGRAM -> {
                JsonNode all = answer(() ->
                        calls.asMiniProgram("gettemplate", service -> service.get(host + MINI + "gettemplate", null)));
                yield read(all.path("data"), "priTmplId");
            }
        };
    }

    /**
     * Adds a template of WeChat's library to the account.
     *
     * @param library number in the library; empty to look for the title, which only the mini-program's library can
     * @param words   what its fields are called
     * @param use     what it is for, as the reviewer reads it, 2 to 15 characters
     * @return its id; empty if the library has no such template or not all of these words
     * @throws WechatUnavailable 503
     */
    public Optional<String> create(WechatApp app, String library, String title, List<String> words, String use) {
        return switch (app) {
            case OFFICIAL_ACCOUNT -> library.isEmpty() ? Optional.empty() : createOfficial(library, words);
            case MINI_PROGRAM -> {
                Optional<String> tid = library.isEmpty() ? tidOf(title) : Optional.of(library);
                yield tid.flatMap(found -> createMini(found, words, use));
            }
        };
    }

    private Optional<String> createOfficial(String library, List<String> words) {
        ObjectNode body = json.createObjectNode().put("template_id_short", library);
        ArrayNode names = body.putArray("keyword_name_list");
        words.forEach(names::add);
        JsonNode answer = answer(() -> calls.asOfficialAccount(
                "api_add_template", service -> service.post(host + OFFICIAL + "api_add_template", body.toString())));
        return text(answer, "template_id");
    }

    private Optional<String> createMini(String tid, List<String> words, String use) {
        JsonNode known = answer(() -> calls.asMiniProgram(
                "getpubtemplatekeywords",
                service -> service.get(host + MINI + "getpubtemplatekeywords", "tid=" + tid)));
        ObjectNode body = json.createObjectNode().put("tid", tid).put("sceneDesc", use);
        ArrayNode kids = body.putArray("kidList");
        for (String word : words) {
            known.path("data")
                    .valueStream()
                    .filter(keyword -> keyword.path("name").asString("").equals(word))
                    .findFirst()
                    .ifPresent(keyword -> kids.add(keyword.path("kid").asInt()));
        }
        if (kids.size() < words.size()) {
            return Optional.empty();
        }
        JsonNode answer = answer(() -> calls.asMiniProgram(
                "addtemplate", service -> service.post(host + MINI + "addtemplate", body.toString())));
        return text(answer, "priTmplId");
    }

    /** Looks through the titles of the account's categories. */
    private Optional<String> tidOf(String title) {
        JsonNode categories = answer(
                () -> calls.asMiniProgram("getcategory", service -> service.get(host + MINI + "getcategory", null)));
        List<String> ids = categories
                .path("data")
                .valueStream()
                .map(category -> category.path("id").asString(""))
                .toList();
        int start = 0;
        JsonNode page;
        do {
            String query = "ids=" + String.join(",", ids) + "&start=" + start + "&limit=" + PAGE;
            page = answer(() -> calls.asMiniProgram(
                    "getpubtemplatetitles", service -> service.get(host + MINI + "getpubtemplatetitles", query)));
            Optional<String> tid = page.path("data")
                    .valueStream()
                    .filter(template -> template.path("title").asString("").equals(title))
                    .map(template -> template.path("tid").asString(""))
                    .findFirst();
            if (tid.isPresent()) {
                return tid;
            }
            start += PAGE;
        } while (start < page.path("count").asInt(0));
        return Optional.empty();
    }

    private static List<AccountTemplate> read(JsonNode list, String idName) {
        List<AccountTemplate> templates = new ArrayList<>();
        list.forEach(template -> templates.add(new AccountTemplate(
                template.path(idName).asString(""),
                template.path("title").asString(""),
                fields(template.path("content").asString("")),
                template.path("type").asInt(0) == LONG_TERM)));
        return templates;
    }

    /** {@code 诉求编号：{{character_string1.DATA}}}, one a line. */
    private static Map<String, String> fields(String content) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher matcher = FIELD.matcher(content);
        while (matcher.find()) {
            fields.put(matcher.group(2), matcher.group(1).strip());
        }
        return fields;
    }

    private static Optional<String> text(JsonNode answer, String name) {
        return Optional.of(answer.path(name).asString("")).filter(value -> !value.isEmpty());
    }

    private interface Asking {
        JsonNode answer() throws CallFailed;
    }

    private static JsonNode answer(Asking asking) {
        try {
            return asking.answer();
        } catch (CallFailed e) {
            throw new WechatUnavailable();
        }
    }
}
