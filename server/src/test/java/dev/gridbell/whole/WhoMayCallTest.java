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
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Endpoint × kind of person × somebody else's object, generated from the handler mappings: a new endpoint is in the matrix by itself, with a body made
 * from the API document. Where that body is not good enough to reach the question whose object it is, {@link #BODIES} must say one.
 */
@GridbellTest
@TestPropertySource(properties = "test.context=strangers")
class WhoMayCallTest {

    /** Where the body made from the API document is not good enough. */
    private static final Map<String, Object> BODIES =
            Map.of("POST /api/staff/requests/{id}/merge", Map.of("into", "1"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    @SuppressWarnings("NullAway.Init")
    RequestMappingHandlerMapping mappings;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    /**
     * Somebody who tries.
     *
     * @param roles null for a person without any token
     */
    private record Trier(String kind, Http http, @Nullable Set<Role> roles) {}

    @Test
    void eachEndpointAnswersOnlyThoseItNames() {
        List<Trier> triers = triers();
        List<Endpoint> endpoints = endpoints();
        Victim victim = Victim.of(people, Endpoint.all(mappings));
        GoodBodies bodies = GoodBodies.of(people.server());
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        int others = 0;
        for (Endpoint endpoint : endpoints) {
            String path = victim.reach(endpoint.path());
            for (Trier trier : triers) {
                Http.Answer answer = call(trier.http(), endpoint, path, bodies);
                cells++;
                others += path.equals(endpoint.path()) ? 0 : 1;
                String verdict = judge(endpoint, trier, answer);
                if (!verdict.isEmpty()) {
                    wrong.add(trier.kind() + " " + endpoint.key() + ": " + verdict + " " + answer.text());
                }
                if (tellsOf(victim, answer) && !mayServe(endpoint, trier)) {
                    wrong.add(trier.kind() + " " + endpoint.key() + ": somebody else's words came back");
                }
            }
        }
        System.out.printf(
                "who may call: %d endpoints, %d people, %d cells, %d of them on somebody else's object; the victim owns %s, nothing of %s%n",
                endpoints.size(), triers.size(), cells, others, victim.objects().keySet(), victim.unseen());
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(300);
        assertThat(victim.objects()).containsKeys("photos", "requests", "visits");
    }

    /** Else the matrix would find no leak because there is nothing to leak. */
    @Test
    void theVictimsWordsAreThereForThoseWhoMayReadThem() {
        Victim victim = Victim.of(people, Endpoint.all(mappings));
        for (String path : List.of("/api/resident/requests/{id}", "/api/resident/visits/{id}")) {
            assertThat(tellsOf(
                            victim,
                            victim.person().http().get(victim.reach(path)).expect(200)))
                    .as(path)
                    .isTrue();
        }
        Http member = people.staff("HL001").http();
        for (String path : List.of("/api/staff/requests/{id}", "/api/staff/visits/{id}")) {
            assertThat(tellsOf(victim, member.get(victim.reach(path)).expect(200)))
                    .as(path)
                    .isTrue();
        }
    }

    /** Words, telephone or token of the victim. */
    private static boolean tellsOf(Victim victim, Http.Answer answer) {
        String text = answer.text();
        return Stream.of(Victim.CANARY, victim.person().phone(), victim.person().token())
                .anyMatch(text::contains);
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
            if (status == 400 && !mayServe(endpoint, trier)) {
                return "the body made from the API document is refused, so nobody's ownership was asked: say a good one in BODIES;";
            }
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
        return Endpoint.all(mappings).stream()
                .filter(endpoint -> !endpoint.isAboutSessions())
                .toList();
    }

    private static Http.Answer call(Http http, Endpoint endpoint, String path, GoodBodies bodies) {
        Http caller = http.with("Idempotency-Key", "matrix-" + System.nanoTime());
        if (endpoint.upload()) {
            return caller.upload(path, "file", "nothing.bin", new byte[] {1, 2, 3});
        }
        Object body = BODIES.getOrDefault(endpoint.key(), bodies.least(endpoint.method(), endpoint.path()));
        return switch (endpoint.method()) {
            case "POST" -> caller.post(path, body == null ? Map.of() : body);
            case "PUT" -> caller.put(path, body == null ? Map.of() : body);
            default -> caller.send(endpoint.method(), path, null, null);
        };
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
