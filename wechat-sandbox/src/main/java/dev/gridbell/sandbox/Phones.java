package dev.gridbell.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What people do with their phones, and what their phones show. */
final class Phones {
    private static final int MOST_TEMPLATES = 3;
    private static final Pattern PHONE = Pattern.compile("1\\d{10}");

    private final Platform platform;
    private final byte[] page;

    Phones(Platform platform) {
        this.platform = platform;
        try (InputStream stream = Objects.requireNonNull(Phones.class.getResourceAsStream("/sandbox-phones.html"))) {
            page = stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void register(RoutesConfig routes) {
        routes.get("/", context -> context.contentType("text/html; charset=utf-8")
                        .result(page))
                .get("/sandbox/people", Controls.guarded(this::everybody))
                .post("/sandbox/people", Controls.guarded(this::create))
                .get("/sandbox/people/{id}", Controls.guarded(context -> show(context, person(context))))
                .get("/sandbox/people/{id}/messages", Controls.guarded(this::messages))
                .post(
                        "/sandbox/people/{id}/login-code",
                        Controls.guarded(context -> code(context, Codes.Purpose.LOGIN)))
                .post(
                        "/sandbox/people/{id}/phone-code",
                        Controls.guarded(context -> code(context, Codes.Purpose.PHONE)))
                .post("/sandbox/people/{id}/consents", Controls.guarded(this::consent))
                .post("/sandbox/people/{id}/follow", Controls.guarded(this::follow))
                .post("/sandbox/people/{id}/unfollow", Controls.guarded(this::unfollow))
                .post("/sandbox/people/{id}/scan", Controls.guarded(this::scan));
    }

    /** All, or the newest {@code limit}, the oldest of them first. */
    private void everybody(Context context) {
        List<Person> people = platform.people.all();
        long limit = Controls.number(context, "limit", people.size());
        Controls.answer(
                context,
                Json.object(
                        "items",
                        people.stream()
                                .skip(Math.max(0, people.size() - limit))
                                .map(Person::describe)
                                .toList(),
                        "total",
                        people.size()));
    }

    private void create(Context context) {
        JsonNode wish = Controls.body(context);
        String nickname = required(wish, "nickname", 40);
        String phone = Json.text(wish, "phone");
        if (!PHONE.matcher(phone).matches()) {
            throw ControlRefusal.bad("phone 请写 11 位手机号");
        }
        Person person = platform.people.create(nickname, phone, Json.text(wish, "key"));
        show(context.status(201), person);
    }

    private void messages(Context context) {
        Controls.answer(context, Json.object("items", person(context).messages()));
    }

    private void code(Context context, Codes.Purpose purpose) {
        Person person = actor(context, AppKind.MINI_PROGRAM);
        person.visited(now());
        Controls.answer(context.status(201), Json.object("code", platform.codes.issue(person, purpose)));
    }

    /** The answer is what {@code wx.requestSubscribeMessage} would have given the mini-program. */
    private void consent(Context context) {
        JsonNode wish = Controls.body(context);
        List<Template> templates = templates(wish.path("templateIds"));
        AppKind app = templates.get(0).kind();
        Person person = actor(context, app);
        String choice = Json.text(wish, "choice");
        List<String> ids = templates.stream().map(Template::id).toList();
        if (app == AppKind.MINI_PROGRAM) {
            person.visited(now());
        }
        if (wish.path("settings").asBoolean(false)) {
            if (!choice.equals("reject")) {
                throw ControlRefusal.bad("在设置页里只能选 reject（拒收）");
            }
            ids.forEach(person::withdraw);
            platform.events.refusedInSettings(app, person, ids);
        } else {
            tap(person, templates, choice);
        }
        platform.ledger.add("consent", "personId", person.id(), "templateIds", ids, "choice", choice);
        Map<String, Object> results = Json.object("errMsg", "requestSubscribeMessage:ok");
        ids.forEach(id -> results.put(id, choice));
        Controls.answer(context, Json.object("results", results, "person", person.describe()));
    }

    private void tap(Person person, List<Template> templates, String choice) {
        if (!List.of("accept", "reject", "ban", "filter").contains(choice)) {
            throw ControlRefusal.bad("choice 只能是 accept、reject、ban 或 filter");
        }
        if (templates.stream().map(Template::type).distinct().count() > 1) {
            throw ControlRefusal.bad("一次性模板和长期模板不能在同一次授权里出现（微信错误 20002）");
        }
        if (choice.equals("accept")) {
            templates.forEach(person::accept);
        } else if (choice.equals("reject")) {
            templates.stream()
                    .filter(template -> template.type() == Template.Type.LONG_TERM)
                    .forEach(template -> person.withdraw(template.id()));
        }
        if (choice.equals("accept") || choice.equals("reject")) {
            List<String> ids = templates.stream().map(Template::id).toList();
            platform.events.popup(templates.get(0).kind(), person, ids, choice);
        }
    }

    private List<Template> templates(JsonNode ids) {
        List<Template> found = new ArrayList<>();
        ids.forEach(id -> found.add(platform.templates
                .find(id.asString(""))
                .filter(Template::bySubscription)
                .orElseThrow(() -> ControlRefusal.bad("没有这个可以订阅的模板，请用 GET /sandbox/templates 查看"))));
        if (found.isEmpty() || found.size() > MOST_TEMPLATES) {
            throw ControlRefusal.bad("templateIds 请写 1 到 3 个可以订阅的模板编号（微信错误 20003）");
        }
        if (found.stream().map(Template::kind).distinct().count() > 1) {
            throw ControlRefusal.bad("一次只能订阅同一个应用的模板");
        }
        return found;
    }

    private void follow(Context context) {
        Person person = actor(context, AppKind.OFFICIAL_ACCOUNT);
        if (person.follow(now())) {
            tell(person, "subscribe", "", "");
        }
        show(context, person);
    }

    private void unfollow(Context context) {
        Person person = actor(context, AppKind.OFFICIAL_ACCOUNT);
        if (person.unfollow()) {
            platform.tags.forget(person.openId(AppKind.OFFICIAL_ACCOUNT));
            tell(person, "unsubscribe", "", "");
        }
        show(context, person);
    }

    private void scan(Context context) {
        Person person = actor(context, AppKind.OFFICIAL_ACCOUNT);
        String scene = required(Controls.body(context), "scene", 64);
        boolean isNew = person.follow(now());
        tell(person, isNew ? "subscribe" : "SCAN", isNew ? "qrscene_" + scene : scene, CodeEndpoints.ticket(scene));
        show(context, person);
    }

    private void tell(Person person, String event, String key, String ticket) {
        platform.ledger.add(
                "event", "event", event, "personId", person.id(), "openid", person.openId(AppKind.OFFICIAL_ACCOUNT));
        platform.events.officialAccount(person, event, key, ticket);
    }

    private static void show(Context context, Person person) {
        Controls.answer(context, person.describe());
    }

    private Person actor(Context context, AppKind app) {
        return platform.people.require(context.pathParam("id"), app);
    }

    private Person person(Context context) {
        return platform.people.require(context.pathParam("id"));
    }

    /** A text of 1 to {@code longest} characters, else refused. */
    static String required(JsonNode wish, String field, int longest) {
        String text = Json.text(wish, field);
        if (text.isBlank() || text.length() > longest) {
            throw ControlRefusal.bad(field + " 请写 1 到 " + longest + " 个字");
        }
        return text;
    }

    private Instant now() {
        return platform.clock.instant();
    }
}
