package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OddPushesTest extends WithReceiver {
    @Test
    void aPushOfCompatModeShowsEverythingTwice() throws Exception {
        JsonNode person = follower("张阿姨");
        fault("push", "pushCompat", 1, Map.of());
        say(person, "你好");

        Receiver.Received push = receiver.take();

        assertThat(push.body()).contains("<Content><![CDATA[你好]]>").contains("<Encrypt>");
        assertThat(push.official()).contains("你好");
    }

    @Test
    void aMessageMayLackItsNumber() throws Exception {
        JsonNode person = follower("李叔");
        fault("push:text", "pushNoMessageId", 1, Map.of());
        say(person, "一");
        say(person, "二");

        assertThat(receiver.take().official()).contains("一").doesNotContain("MsgId");
        assertThat(receiver.take().official()).contains("二").contains("MsgId");
    }

    @Test
    void twoEventsMayCarryTheSameSecond() throws Exception {
        JsonNode person = follower("王姐");
        caller.act(person, "click", Map.of("key", "A"));
        clockAt(40);
        fault("push", "pushSameSecond", 1, Map.of());
        caller.act(person, "click", Map.of("key", "B"));

        assertThat(time(receiver.take())).isEqualTo(time(receiver.take()));
        caller.act(person, "click", Map.of("key", "C"));
        assertThat(receiver.take().official()).contains("<CreateTime>");
    }

    @Test
    void aListMayBeAnArrayOfOne() throws Exception {
        JsonNode person = caller.person("赵师傅");
        fault("push", "pushListArray", 1, Map.of());
        caller.accept(person, Caller.MINI_TEMPLATE);
        caller.accept(person, Caller.MINI_TEMPLATE);

        assertThat(receiver.take().mini().path("List").isArray()).isTrue();
        assertThat(receiver.take().mini().path("List").isObject()).isTrue();
    }

    @Test
    void anOldPushComesOnceMoreWithItsOldTime() throws Exception {
        JsonNode person = follower("钱大爷");
        fault("push", "pushReplayed", 1, Map.of());
        say(person, "在吗");

        Receiver.Received genuine = receiver.take();
        Receiver.Received replayed = receiver.take();

        assertThat(replayed.official()).isEqualTo(genuine.official());
        assertThat(seconds(genuine) - seconds(replayed)).isBetween(3_590L, 3_610L);
        assertThat(replayed.query().get("msg_signature"))
                .isEqualTo(PushCipher.sign(
                        SandboxSettings.OFFICIAL_ACCOUNT_TOKEN,
                        replayed.query().getOrDefault("timestamp", ""),
                        replayed.query().getOrDefault("nonce", ""),
                        replayed.encrypted()));
        JsonNode entry = lastPush();
        assertThat(Json.text(entry, "flaw")).isEqualTo("REPLAYED");
        assertThat(entry.path("tries")).hasSize(1);
    }

    @Test
    void aBurstLeavesTogether() throws Exception {
        List<JsonNode> people = List.of(follower("孙阿姨"), follower("周哥"), follower("吴老师"));
        fault("push", "pushBurst", 30, Map.of("millis", 600));
        for (int i = 0; i < 10; i++) {
            for (JsonNode person : people) {
                say(person, "第" + i + "句");
            }
        }
        assertThat(caller.get("/sandbox/ledger?limit=0")
                        .json()
                        .path("pushesUnderWay")
                        .asInt(0))
                .isEqualTo(30);
        lastPush();

        assertThat(receiver.waiting()).isEqualTo(30);
    }

    @Test
    void patienceAndPauseCanBeThoseOfTheRealPlatform() throws Exception {
        caller.put("/sandbox/limits", Map.of("pushPatienceMillis", 150, "pushPauseMillis", 10));
        JsonNode person = follower("郑姐");
        CountDownLatch late = new CountDownLatch(1);
        receiver.answers(200, push -> {
            try {
                late.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "success";
        });
        say(person, "在吗");
        JsonNode entry = lastPush();
        late.countDown();

        assertThat(Json.text(entry, "result")).isEqualTo("GIVEN_UP");
        assertThat(entry.path("tries")).hasSize(3);
        assertThat(Json.text(entry.path("tries").path(0), "answer")).isEqualTo("HttpTimeoutException");
    }

    private static long seconds(Receiver.Received push) {
        return Long.parseLong(push.query().getOrDefault("timestamp", "0"));
    }

    private static String time(Receiver.Received push) {
        return push.official().replaceAll("(?s).*<CreateTime>(\\d+)</CreateTime>.*", "$1");
    }
}
