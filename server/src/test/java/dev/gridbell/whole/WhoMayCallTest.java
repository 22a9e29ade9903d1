package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Role;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Endpoint × kind of person × somebody else's object, generated from the handler mappings: a new endpoint is in the matrix by itself, and one that
 * takes an id must say in {@link #BODIES} what a good body looks like.
 */
@GridbellTest
class WhoMayCallTest {

    /** A good body for each writing endpoint on somebody's object, so that nothing but the owner decides. */
    private static final Map<String, Object> BODIES = Map.ofEntries(
            Map.entry("POST /api/resident/requests/{id}/rating", Map.of("solved", "YES", "stars", 5)),
            Map.entry("POST /api/resident/requests/{id}/comments", Map.of("text", "还在漏水")),
            Map.entry("POST /api/resident/requests/{id}/withdrawal", Map.of("reason", "已自行解决")),
            Map.entry("POST /api/resident/visits/{id}/cancellation", Map.of("reason", "临时有事")),
            Map.entry("POST /api/resident/visits/{id}/proposal-choice", Map.of("start", "2026-11-26T02:00:00Z")),
            Map.entry("POST /api/resident/visits/{id}/door-confirmation", Map.of()),
            Map.entry("POST /api/resident/visits/{id}/rating", Map.of("stars", 5, "helped", true)),
            Map.entry("POST /api/resident/request-drafts/{id}/withdrawal", Map.of()),
            Map.entry("POST /api/staff/requests/{id}/acceptance", Map.of()),
            Map.entry("POST /api/staff/requests/{id}/result", Map.of("closure", "SOLVED", "words", "已清理")),
            Map.entry("POST /api/staff/requests/{id}/escalation", Map.of("reason", "需要社区协调")),
            Map.entry("POST /api/staff/visits/{id}/confirmation", Map.of()),
            Map.entry("POST /api/staff/visits/{id}/proposals", Map.of("starts", List.of("2026-11-26T02:00:00Z"))),
            Map.entry("POST /api/staff/visits/{id}/decline", Map.of("reason", "当天有会")),
            Map.entry("POST /api/staff/visits/{id}/cancellation", Map.of("reason", "当天有会")),
            Map.entry("POST /api/staff/visits/{id}/reassignment", Map.of("memberId", "1", "reason", "请假")),
            Map.entry("POST /api/staff/visits/{id}/check-in", Map.of()),
            Map.entry("POST /api/staff/visits/{id}/outcome", Map.of("result", "MET")),
            Map.entry("POST /api/staff/messages/{id}/telling", Map.of()),
            Map.entry("POST /api/staff/message-channels/{channel}/reopening", Map.of()),
            Map.entry("POST /api/staff/chats/{id}/reply", Map.of("text", "明天上午上门看看")),
            Map.entry("POST /api/staff/chats/{id}/closure", Map.of()),
            Map.entry(
                    "PUT /api/staff/chat-answers/{id}",
                    Map.of(
                            "word",
                            "停气",
                            "matching",
                            "EXACT",
                            "answer",
                            "请回复5",
                            "priority",
                            1,
                            "enabled",
                            true,
                            "version",
                            0)),
            Map.entry("POST /api/staff/chat-answers/{id}/removal", Map.of()),
            Map.entry("POST /api/staff/messages/{id}/redrive", Map.of()),
            Map.entry("POST /api/staff/content-reviews/{id}/decision", Map.of("publish", false, "reason", "不宜公开")));

    /** Whom nobody has anything of. */
    private static final String NOT_THERE = "999999999";

    private static final String CANARY = "金丝雀暗语";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    @SuppressWarnings("NullAway.Init")
    RequestMappingHandlerMapping mappings;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    /** One generated endpoint. */
    private record Endpoint(String method, String path, CallableBy who, boolean upload) {

        String key() {
            return method + " " + path;
        }
    }

    /** Somebody who tries. @param roles null for a person without any token */
    private record Trier(String kind, Http http, @Nullable Set<Role> roles) {}

    @Test
    void eachEndpointAnswersOnlyThoseItNames() {
        List<Trier> triers = triers();
        Victim victim = victim();
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (Endpoint endpoint : endpoints()) {
            for (Trier trier : triers) {
                String path = filled(endpoint, victim);
                Http.Answer answer = call(trier.http(), endpoint, path);
                cells++;
                String verdict = judge(endpoint, trier, answer);
                if (!verdict.isEmpty()) {
                    wrong.add(trier.kind() + " " + endpoint.key() + ": " + verdict + " " + answer.text());
                }
                if (answer.text().contains(CANARY) && !mayServe(endpoint, trier)) {
                    wrong.add(trier.kind() + " " + endpoint.key() + ": somebody else's words came back");
                }
            }
        }
        System.out.printf(
                "who may call: %d endpoints, %d people, %d cells%n", endpoints().size(), triers.size(), cells);
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(300);
    }

    @Test
    void everyHandlerOfTheHouseIsDeclared() {
        assertThat(handlers()).allSatisfy(handler -> assertThat(handler.getMethodAnnotation(CallableBy.class))
                .as(handler.toString())
                .isNotNull());
    }

    private String judge(Endpoint endpoint, Trier trier, Http.Answer answer) {
        int status = answer.status();
        if (status >= 500) {
            return "5xx " + status;
        }
        boolean signedIn = trier.roles() != null;
        Audience audience = endpoint.who().value();
        if (audience == Audience.ANYONE || audience == Audience.WECHAT) {
            return "";
        }
        if (!signedIn) {
            return status == 401 ? "" : "expected 401, got " + status;
        }
        if (audience == Audience.STAFF && !named(endpoint, Objects.requireNonNull(trier.roles()))) {
            return status == 403 ? "" : "expected 403, got " + status;
        }
        if (endpoint.path().contains("{")) {
            return status == 404 || mayServe(endpoint, trier)
                    ? ""
                    : "somebody else's object: expected 404, got " + status;
        }
        return status == 401 || status == 403 ? "refused though named: " + status : "";
    }

    /** Staff above the victim's grid may open its objects: that is their work. */
    private static boolean mayServe(Endpoint endpoint, Trier trier) {
        return endpoint.who().value() == Audience.STAFF
                && trier.roles() != null
                && trier.roles().stream().anyMatch(EnumSet.of(Role.STREET, Role.DISTRICT, Role.ADMIN)::contains);
    }

    private static boolean named(Endpoint endpoint, Set<Role> roles) {
        if (roles.isEmpty()) {
            return false;
        }
        Role[] wanted = endpoint.who().roles();
        return wanted.length == 0 || Stream.of(wanted).anyMatch(roles::contains);
    }

    private List<HandlerMethod> handlers() {
        return mappings.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("cn.gridbell."))
                .toList();
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            CallableBy who = handler.getMethodAnnotation(CallableBy.class);
            if (who == null || !handler.getBeanType().getName().startsWith("cn.gridbell.")) {
                return;
            }
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                boolean upload = mapping.getConsumesCondition()
                        .getConsumableMediaTypes()
                        .contains(MediaType.MULTIPART_FORM_DATA);
                mapping.getPatternValues()
                        .forEach(path -> endpoints.add(new Endpoint(method.name(), path, who, upload)));
            }
        });
        // Signing out last: it ends the trier's own session.
        endpoints.sort((a, b) ->
                Boolean.compare(a.path().contains("/signin/"), b.path().contains("/signin/")));
        return endpoints.stream()
                .filter(endpoint -> !endpoint.path().contains("/signin/"))
                .toList();
    }

    private Http.Answer call(Http http, Endpoint endpoint, String path) {
        Http caller = http.with("Idempotency-Key", "matrix-" + System.nanoTime());
        if (endpoint.method().equals("GET") || endpoint.method().equals("DELETE")) {
            return caller.send(endpoint.method(), path, null, null);
        }
        if (endpoint.upload()) {
            return caller.upload(path, "file", "nothing.bin", new byte[] {1, 2, 3});
        }
        Object body = BODIES.get(endpoint.key());
        if (body == null && endpoint.path().contains("{id}") && endpoint.path().startsWith("/api/")) {
            throw new AssertionError("say in BODIES what a good body of " + endpoint.key() + " is");
        }
        return endpoint.method().equals("PUT")
                ? caller.put(path, body == null ? Map.of() : body)
                : caller.post(path, body == null ? Map.of() : body);
    }

    private static String filled(Endpoint endpoint, Victim victim) {
        String path = endpoint.path();
        String id = path.contains("/visits/")
                ? victim.visit()
                : path.contains("/messages/")
                        ? victim.message()
                        : path.contains("/photos/")
                                ? victim.photo()
                                : path.contains("/chat") ? NOT_THERE : victim.request();
        return path.replace("{id}", id).replaceAll("\\{[^}]+}", "1");
    }

    /** Whose objects are tried. */
    private record Victim(String request, String visit, String photo, String message) {}

    private Victim victim() {
        People.Person person = people.resident();
        String photo = person.http()
                .upload("/api/resident/photos", "file", "a.jpg", Pictures.jpeg(640, 480))
                .expect(201)
                .at("/id");
        String request = person.http()
                .with("Idempotency-Key", "victim-request-" + System.nanoTime())
                .post("/api/resident/requests", Map.of("category", "GARBAGE", "description", CANARY))
                .expect(201)
                .at("/id");
        String start =
                person.http().get("/api/resident/visit-openings").expect(200).at("/items/0/start");
        String visit = person.http()
                .with("Idempotency-Key", "victim-visit-" + System.nanoTime())
                .post("/api/resident/visits", Map.of("start", start, "purpose", "SAFETY_CHECK", "note", CANARY))
                .expect(201)
                .at("/id");
        return new Victim(request, visit, photo, "1");
    }

    private List<Trier> triers() {
        Map<String, Set<Role>> staff = new LinkedHashMap<>();
        // A grid member of another grid, and one member of each other role whose territory is not the victim's.
        demoStaff().forEach(line -> {
            String[] cells = line.split(",", -1);
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (String role : cells[3].split("\\|", -1)) {
                roles.add(Role.valueOf(role));
            }
            if (staff.values().stream().noneMatch(roles::equals) && !servesFirstCommunity(cells[0])) {
                staff.put(cells[0], roles);
            }
        });
        List<Trier> triers = new ArrayList<>();
        triers.add(new Trier("nobody", people.server(), null));
        triers.add(new Trier("garbage token", people.server().bearer("not.a.token"), null));
        triers.add(new Trier("newcomer", people.newcomer().http(), Set.of()));
        triers.add(new Trier("neighbour", people.resident().http(), Set.of()));
        staff.forEach((number, roles) -> triers.add(
                new Trier("staff " + number + " " + roles, people.staff(number).http(), roles)));
        return triers;
    }

    private static boolean servesFirstCommunity(String number) {
        return lines("/db/demo/duties.csv").anyMatch(line -> line.startsWith(number + ",HL-01"));
    }

    private static Stream<String> demoStaff() {
        return lines("/db/demo/staff.csv").skip(1);
    }

    private static Stream<String> lines(String resource) {
        try (var file = Objects.requireNonNull(WhoMayCallTest.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
