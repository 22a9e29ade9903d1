package dev.gridbell.whole;

import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who told the street what nobody else may read, and whose objects others try to reach.
 *
 * @param objects ids of what is the victim's own, by the noun in the path: {@code requests} → 17
 * @param unseen  nouns the victim has nothing of
 */
record Victim(People.Person person, Map<String, String> objects, Set<String> unseen) {

    /** Stands in everything the victim wrote. */
    static final String CANARY = "金丝雀暗语";

    /** Whom nobody has anything of. */
    private static final String NOT_THERE = "999999999";

    private static final Pattern VARIABLE = Pattern.compile("/([^/{}]+)/\\{[^}]+}");

    /** Makes one of everything a resident can make, then looks for more in every list that the victim and the victim's own grid member see. */
    static Victim of(People people, List<Endpoint> endpoints) {
        People.Person person = people.resident();
        Map<String, String> objects = new LinkedHashMap<>();
        objects.put("photos", photo(person));
        objects.put("requests", request(person));
        objects.put("visits", visit(person));
        person.phone("follow", null);
        person.phone("say", Map.of("text", CANARY));
        Victim victim = new Victim(person, objects, new TreeSet<>());
        victim.lookFor(endpoints, person.http(), people.newcomer().http(), "/api/resident/");
        victim.lookFor(
                endpoints, people.staff("HL001").http(), people.staff("HL002").http(), "/api/staff/");
        return victim;
    }

    /** The path with the victim's ids in it. */
    String reach(String path) {
        Matcher variable = VARIABLE.matcher(path.replace("{format}", "json"));
        return variable.replaceAll(found -> {
            String noun = found.group(1);
            if (!objects.containsKey(noun)) {
                unseen.add(noun);
            }
            return "/" + noun + "/" + objects.getOrDefault(noun, NOT_THERE);
        });
    }

    /** Takes the first thing of each list that this person sees and that stranger does not. */
    private void lookFor(List<Endpoint> endpoints, Http own, Http stranger, String below) {
        for (Endpoint list : endpoints) {
            boolean plain = list.method().equals("GET")
                    && list.path().startsWith(below)
                    && !list.path().contains("{");
            String noun = list.path().substring(list.path().lastIndexOf('/') + 1);
            if (!plain || objects.containsKey(noun)) {
                continue;
            }
            Http.Answer mine = own.get(list.path());
            if (mine.status() != 200 || !mine.json().path("items").isArray()) {
                continue;
            }
            String theirs = stranger.get(list.path()).text();
            for (JsonNode item : mine.json().path("items")) {
                String id = item.path("id").asString("");
                if (id.matches("\\d+") && !theirs.contains("\"id\":\"" + id + "\"")) {
                    objects.putIfAbsent(noun, id);
                }
            }
        }
    }

    private static String photo(People.Person person) {
        return person.http()
                .upload("/api/resident/photos", "file", "a.jpg", Pictures.jpeg(640, 480))
                .expect(201)
                .at("/id");
    }

    private static String request(People.Person person) {
        String id = person.http()
                .with("Idempotency-Key", "victim-request-" + System.nanoTime())
                .post(
                        "/api/resident/requests",
                        Map.of("category", "ELDERLY_CARE", "description", CANARY, "address", CANARY))
                .expect(201)
                .at("/id");
        person.http()
                .with("Idempotency-Key", "victim-comment-" + System.nanoTime())
                .post("/api/resident/requests/" + id + "/comments", Map.of("text", CANARY))
                .expect(201);
        return id;
    }

    private static String visit(People.Person person) {
        String start =
                person.http().get("/api/resident/visit-openings").expect(200).at("/items/0/start");
        return person.http()
                .with("Idempotency-Key", "victim-visit-" + System.nanoTime())
                .post("/api/resident/visits", Map.of("start", start, "purpose", "SAFETY_CHECK", "note", CANARY))
                .expect(201)
                .at("/id");
    }
}
