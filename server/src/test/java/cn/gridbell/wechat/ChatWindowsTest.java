package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.inbound.Door;
import cn.gridbell.wechat.inbound.InboundLetter;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When the official account may write to a person, how often, and what a send costs. */
@GridbellTest
class ChatWindowsTest {

    private static final String CUSTOM_SEND = "/cgi-bin/message/custom/send";

    @Autowired
    Wechat wechat;

    @Autowired
    WechatPeople people;

    @Autowired
    ChatWindows windows;

    @Autowired
    People phones;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private String phone;
    private String openId;
    private WechatPersonId person;

    @BeforeEach
    void somebodyWhoFollows() {
        JsonNode made = phones.sandbox()
                .post("/sandbox/people", Map.of("nickname", "测试", "phone", "13600001112"))
                .json();
        phone = made.path("id").asString();
        openId = made.path("officialAccountOpenId").asString();
        person = people.byOfficial(openId, made.path("unionId").asString());
        transaction.executeWithoutResult(status -> people.follows(person, true, clock.instant()));
    }

    @AfterEach
    void weatherClears() {
        phones.sandbox().delete("/sandbox/faults").expect(200);
    }

    @Test
    void fiveMessagesWithinTwoDaysOfAMessage() {
        say();
        for (int i = 0; i < 5; i++) {
            assertThat(wechat.reachOf(person).chatOpen()).isTrue();
            assertThat(wechat.sendChat(person, "第" + i + "句").verdict()).isEqualTo(Verdict.ACCEPTED);
        }
        assertThat(wechat.reachOf(person)).isEqualTo(new Reach(true, false, false));
        assertThat(wechat.sendChat(person, "第六句")).isEqualTo(new SendAnswer(Verdict.LASTING, null, 45015));
        assertThat(chatsSent()).isEqualTo(5);

        hear("text", clock.instant());
        assertThat(wechat.reachOf(person).chatOpen()).isTrue();
        clock.advance(Duration.ofHours(48).plusSeconds(2));
        assertThat(wechat.reachOf(person).chatOpen()).isFalse();
    }

    @Test
    void threeMessagesWithinAMinuteOfATap() {
        for (String tap : List.of("event.subscribe", "event.SCAN", "event.CLICK")) {
            hear(tap, clock.instant());
            assertThat(left()).as(tap).isEqualTo(3);
            clock.advance(Duration.ofSeconds(61));
            assertThat(left()).as(tap).isZero();
        }
        hear("event.VIEW", clock.instant());
        assertThat(left()).isZero();
    }

    @Test
    void anEventThatComesLateShortensNothing() {
        Instant now = clock.instant();
        hear("text", now);
        assertThat(windows.take(openId)).isPresent();
        hear("text", now.minus(Duration.ofHours(3)));
        hear("event.CLICK", now.minusSeconds(10));
        hear("event.CLICK", now.plusSeconds(1));
        clock.advance(Duration.ofHours(47));
        assertThat(left()).isEqualTo(4);
    }

    @Test
    void aTapOpensAWindowThatWasUsedUp() {
        hear("text", clock.instant());
        drain();
        hear("event.CLICK", clock.instant().plusSeconds(1));
        assertThat(left()).isEqualTo(3);
    }

    @Test
    void aMessageThatWasCertainlyNotSentCostsNothing() {
        say();
        for (int code : List.of(-1, 45011, 45009, 40003, 48001)) {
            fault("errcode", code);
            assertThat(wechat.sendChat(person, "您好").errorCode()).isEqualTo(code);
            weatherClears();
        }
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void aMessageThatMayHaveBeenSentStaysSpent() {
        say();
        fault("answerLost", 0);
        assertThat(wechat.sendChat(person, "您好").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(left()).isEqualTo(4);
    }

    @Test
    void whatWechatClosesIsClosedHereToo() {
        for (int code : List.of(45015, 45047)) {
            hear("text", clock.instant());
            fault("errcode", code);
            assertThat(wechat.sendChat(person, "您好")).isEqualTo(new SendAnswer(Verdict.LASTING, null, code));
            weatherClears();
            assertThat(wechat.reachOf(person).chatOpen()).isFalse();
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void aWindowThatOpenedDuringTheCallIsNeitherClosedNorOverfilled() {
        hear("text", clock.instant());
        ChatWindows.Taken taken = windows.take(openId).orElseThrow();
        hear("text", clock.instant().plusSeconds(5));
        windows.close(taken);
        assertThat(left()).isEqualTo(5);
        windows.giveBack(taken);
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void twentyAtOnceGetFive() throws Exception {
        hear("text", clock.instant());
        ExecutorService threads = Executors.newFixedThreadPool(20);
        int got = 0;
        try {
            List<Callable<Boolean>> takers = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(n -> () -> windows.take(openId).isPresent())
                    .toList();
            for (Future<Boolean> taken : threads.invokeAll(takers)) {
                got += taken.get() ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        assertThat(got).isEqualTo(5);
    }

    @Test
    void nobodyIsWrittenToWhoNeverWrote() {
        assertThat(wechat.sendChat(person, "您好")).isEqualTo(new SendAnswer(Verdict.LASTING, null, 45015));
        assertThat(wechat.sendChat(new WechatPersonId(999_999_999), "您好").verdict())
                .isEqualTo(Verdict.LASTING);
        assertThat(chatsSent()).isZero();
    }

    @Test
    void closedWindowsAreForgotten() {
        hear("text", clock.instant().minus(Duration.ofDays(4)));
        assertThat(windows.forgetOld()).isPositive();
        assertThat(left()).isZero();
    }

    @Test
    void longWordsAreCutBetweenCharacters() {
        assertThat(ChatSending.shortened("好".repeat(682))).hasSize(682);
        String cut = ChatSending.shortened("好😀".repeat(400));
        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(2_040, 2_048);
        assertThat(cut).endsWith("…").doesNotContain("?");
        assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 2))).isFalse();
    }

    private void say() {
        phones.sandbox().post("/sandbox/people/" + phone + "/follow", null).expect(200);
        phones.sandbox()
                .post("/sandbox/people/" + phone + "/say", Map.of("text", "在吗"))
                .expect(200);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> windows.isOpen(openId) && left() == 5);
    }

    private void hear(String kind, Instant at) {
        InboundLetter letter = new InboundLetter(
                Math.abs(UUID.randomUUID().getLeastSignificantBits()),
                Door.OFFICIAL_ACCOUNT,
                kind,
                at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                JsonMapper.shared().createObjectNode().put("FromUserName", openId));
        transaction.executeWithoutResult(status -> windows.hear(letter));
    }

    private int left() {
        int taken = 0;
        java.util.ArrayList<ChatWindows.Taken> all = new java.util.ArrayList<>();
        while (true) {
            var one = windows.take(openId);
            if (one.isEmpty()) {
                break;
            }
            all.add(one.get());
            taken++;
        }
        all.forEach(windows::giveBack);
        return taken;
    }

    private void drain() {
        while (windows.take(openId).isPresent()) {
            // until it is used up
        }
    }

    /** Without what the person was answered to the push. */
    private long chatsSent() {
        return phones.sandbox()
                .get("/sandbox/people/" + phone + "/messages")
                .json()
                .path("items")
                .valueStream()
                .filter(message -> message.path("channel").asString("").equals("CHAT"))
                .filter(message -> message.path("text").asString("").matches("第.+句"))
                .count();
    }

    private void fault(String kind, int code) {
        phones.sandbox()
                .put("/sandbox/faults", Map.of("endpoint", CUSTOM_SEND, "kind", kind, "probability", 1, "code", code))
                .expect(200);
    }
}
