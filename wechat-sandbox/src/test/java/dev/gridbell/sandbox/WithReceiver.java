package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A fresh sandbox for every test, with a server at the other end of its pushes. */
@SuppressWarnings("NullAway.Init")
abstract class WithReceiver {
    Receiver receiver;
    WechatSandbox sandbox;
    Caller caller;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        sandbox = WechatSandbox.start(receiver.settings());
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    /** Somebody who follows, the push of it already taken and answered. */
    JsonNode follower(String nickname) throws IOException, InterruptedException {
        JsonNode person = caller.follower(nickname);
        receiver.take();
        lastPush();
        return person;
    }

    static String official(JsonNode person) {
        return Json.text(person, "officialAccountOpenId");
    }

    static String mini(JsonNode person) {
        return Json.text(person, "miniProgramOpenId");
    }

    void say(JsonNode person, String text) throws IOException, InterruptedException {
        assertThat(caller.act(person, "say", Map.of("text", text)).status()).isEqualTo(200);
    }

    /** What the official account's API answers. */
    Caller.Answer asOfficial(String path, Object body) throws IOException, InterruptedException {
        return caller.post(path + "?access_token=" + caller.officialToken(), body);
    }

    Caller.Answer asOfficial(String path) throws IOException, InterruptedException {
        return caller.get(path + (path.contains("?") ? "&" : "?") + "access_token=" + caller.officialToken());
    }

    Caller.Answer asMini(String path, Object body) throws IOException, InterruptedException {
        return caller.post(path + "?access_token=" + caller.miniToken(), body);
    }

    Caller.Answer asMini(String path) throws IOException, InterruptedException {
        return caller.get(path + (path.contains("?") ? "&" : "?") + "access_token=" + caller.miniToken());
    }

    void fault(String endpoint, String kind, int count, Map<String, Object> more)
            throws IOException, InterruptedException {
        Map<String, Object> wish = Json.object("endpoint", endpoint, "kind", kind, "count", count);
        wish.putAll(more);
        assertThat(caller.put("/sandbox/faults", wish).status()).isEqualTo(200);
    }

    void clockAt(long offsetSeconds) throws IOException, InterruptedException {
        assertThat(caller.put("/sandbox/clock", Map.of("offsetSeconds", offsetSeconds))
                        .status())
                .isEqualTo(200);
    }

    /** Waits until no push is under way and gives the last one of the ledger. */
    JsonNode lastPush() throws IOException, InterruptedException {
        long limit = System.nanoTime() + 20_000_000_000L;
        while (caller.get("/sandbox/ledger").json().path("pushesUnderWay").asInt(1) > 0) {
            assertThat(System.nanoTime()).as("pushes end").isLessThan(limit);
        }
        JsonNode pushes = caller.ledger("push");
        return pushes.path(pushes.size() - 1);
    }
}
