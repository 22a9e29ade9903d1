package dev.gridbell.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** 用户管理: the list of followers, their tags, the black list. */
final class FollowerEndpoints {
    private static final int PAGE = 10_000;
    private static final int MOST_TAGGED = 50;
    private static final int MOST_BLACKLISTED = 20;

    private final Platform platform;

    FollowerEndpoints(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        Endpoint.Needs official = Endpoint.Needs.OFFICIAL_ACCOUNT;
        api.get("/cgi-bin/user/get", official, call -> page(followers(), call.query("next_openid")))
                .post("/cgi-bin/tags/create", official, this::createTag)
                .get("/cgi-bin/tags/get", official, call -> Json.object("tags", platform.tags.describe()))
                .post("/cgi-bin/tags/update", official, this::updateTag)
                .post("/cgi-bin/tags/delete", official, this::deleteTag)
                .post("/cgi-bin/tags/members/batchtagging", official, this::tag)
                .post("/cgi-bin/tags/members/batchuntagging", official, this::untag)
                .post("/cgi-bin/tags/getidlist", official, this::tagsOf)
                .post("/cgi-bin/user/tag/get", official, this::tagged)
                .post("/cgi-bin/tags/members/batchblacklist", official, call -> blacklist(call, true))
                .post("/cgi-bin/tags/members/batchunblacklist", official, call -> blacklist(call, false))
                .post("/cgi-bin/tags/members/getblacklist", official, this::blacklisted);
    }

    private List<String> followers() {
        return platform.people.all().stream()
                .filter(Person::following)
                .map(person -> person.openId(AppKind.OFFICIAL_ACCOUNT))
                .toList();
    }

    /** Up to 10,000 openids after the given one. */
    private static Map<String, Object> page(List<String> all, String after) {
        int start = after.isEmpty() ? 0 : all.indexOf(after) + 1;
        List<String> page = all.subList(start, Math.min(all.size(), start + PAGE));
        Map<String, Object> answer = Json.object("total", all.size(), "count", page.size());
        if (!page.isEmpty()) {
            answer.put("data", Json.object("openid", page));
        }
        answer.put("next_openid", page.isEmpty() ? "" : page.get(page.size() - 1));
        return answer;
    }

    private Object createTag(ApiCall call) {
        Tags.Tag tag = platform.tags.create(Json.text(call.body().path("tag"), "name"));
        return Json.object("tag", Json.object("id", tag.id(), "name", tag.name()));
    }

    private Object updateTag(ApiCall call) {
        JsonNode wish = call.body().path("tag");
        platform.tags.rename(wish.path("id").asInt(0), Json.text(wish, "name"));
        return ApiPlane.ok();
    }

    private Object deleteTag(ApiCall call) {
        platform.tags.delete(call.body().path("tag").path("id").asInt(0));
        return ApiPlane.ok();
    }

    private Object tag(ApiCall call) {
        platform.tags.tag(call.body().path("tagid").asInt(0), openIds(call, MOST_TAGGED));
        return ApiPlane.ok();
    }

    private Object untag(ApiCall call) {
        platform.tags.untag(call.body().path("tagid").asInt(0), openIds(call, MOST_TAGGED));
        return ApiPlane.ok();
    }

    private Object tagsOf(ApiCall call) {
        Person person = platform.people.requireOpenId(AppKind.OFFICIAL_ACCOUNT, call.text("openid"));
        return Json.object("tagid_list", platform.tags.of(person.openId(AppKind.OFFICIAL_ACCOUNT)));
    }

    private Object tagged(ApiCall call) {
        Map<String, Object> answer =
                page(platform.tags.members(call.body().path("tagid").asInt(0)), call.text("next_openid"));
        answer.remove("total");
        return answer;
    }

    private Object blacklist(ApiCall call, boolean on) {
        openIds(call, MOST_BLACKLISTED).forEach(openId -> platform.people
                .requireOpenId(AppKind.OFFICIAL_ACCOUNT, openId)
                .blacklist(on));
        return ApiPlane.ok();
    }

    private Object blacklisted(ApiCall call) {
        List<String> all = platform.people.all().stream()
                .filter(Person::blacklisted)
                .map(person -> person.openId(AppKind.OFFICIAL_ACCOUNT))
                .toList();
        return page(all, call.text("begin_openid"));
    }

    /** The followers of a request; all of them or an error. */
    private List<String> openIds(ApiCall call, int most) {
        List<String> openIds = new ArrayList<>();
        call.body().path("openid_list").forEach(openId -> openIds.add(openId.asString("")));
        if (openIds.isEmpty() || openIds.size() > most) {
            throw new WechatRefusal(40032, "invalid openid list size");
        }
        for (String openId : openIds) {
            if (!platform.people.requireOpenId(AppKind.OFFICIAL_ACCOUNT, openId).following()) {
                throw new WechatRefusal(49003, "not match openid with appid");
            }
        }
        return openIds;
    }
}
