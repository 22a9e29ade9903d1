package dev.gridbell.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What hangs on how many residents and messages there are: who somebody is, what they were told, and what is written with each request. */
final class PeopleLookups {

    private PeopleLookups() {}

    static Map<String, Lookups.Lookup> of(Installation installation, Street street)
            throws IOException, InterruptedException {
        Http http = new Http(installation.base());
        SandboxControls sandbox = street.sandbox();
        Street.Person office = street.office();
        Map<String, Lookups.Lookup> all = new LinkedHashMap<>();
        all.put("me", turn -> get(http, "/api/resident/me", street.resident(turn)));
        all.put("my messages", turn -> get(http, "/api/resident/messages", street.resident(turn)));
        JsonNode first = get(http, "/api/resident/messages", street.resident(0)).json();
        String after = first.path("next").asString();
        all.put("my messages, page 2", turn -> get(http, "/api/resident/messages?after=" + after, street.resident(0)));
        all.put(
                "templates to ask for",
                turn -> get(http, "/api/resident/message-templates?scene=SUBMIT_REQUEST", street.resident(turn)));
        all.put("could not be told, street", turn -> get(http, "/api/staff/messages?status=COULD_NOT_TELL", office));
        all.put("sign in", turn -> {
            String code = sandbox.phone(street.resident(turn).sandboxId(), "login-code", Map.of())
                    .at("/code");
            return http.call("POST", "/api/signin/wechat", null, null, Map.of("code", code));
        });
        all.put("submit", turn -> {
            Http.Answer answer = http.call(
                    "POST",
                    "/api/resident/requests",
                    street.resident(turn).token(),
                    UUID.randomUUID().toString(),
                    Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运。"));
            return new Http.Answer(answer.expect(201).status() - 1, answer.body());
        });
        return all;
    }

    private static Http.Answer get(Http http, String path, Street.Person who) throws IOException, InterruptedException {
        return http.call("GET", path, who.token(), null, null);
    }
}
