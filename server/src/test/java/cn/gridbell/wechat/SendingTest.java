package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.redis.SharedCache;
import cn.gridbell.wechat.SendAnswer.Verdict;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a sender is told, for each thing WeChat can answer; and the access tokens behind it. */
@GridbellTest
class SendingTest {

    private static final String TEMPLATE_SEND = "/cgi-bin/message/template/send";
    private static final String SUBSCRIBE_SEND = "/cgi-bin/message/subscribe/send";
    private static final String OFFICIAL_TEMPLATE = "OA-REQUEST-RECEIVED-00000000000000000000000";
    private static final String TEMPLATE = "MP-REQUEST-RECEIVED-00000000000000000000000";

    private static final AtomicInteger PASSED = new AtomicInteger(60);

    @Autowired
    Wechat wechat;

    @Autowired
    WechatPeople people;

    @Autowired
    dev.gridbell.testing.People phones;

    @Autowired
    AccessTokens tokens;

    @Autowired
    TokenlessCalls calls;

    @Autowired
    WechatProperties properties;

    @Autowired
    SharedCache shared;

    @Autowired
    JsonMapper json;

    @Autowired
    MutableClock clock;

    private String phone;
    private WechatPersonId person;

    @BeforeEach
    void aPersonWithManyConsents() {
        JsonNode made = phones.sandbox()
                .post("/sandbox/people", Map.of("nickname", "测试", "phone", "13600001111"))
                .json();
        phone = made.path("id").asString();
        person = wechat.signIn(phones.sandbox()
                .post("/sandbox/people/" + phone + "/login-code", null)
                .at("/code"));
        people.byOfficial(
                made.path("officialAccountOpenId").asString(),
                made.path("unionId").asString());
        for (int i = 0; i < 3; i++) {
            phones.sandbox()
                    .post(
                            "/sandbox/people/" + phone + "/consents",
                            Map.of("templateIds", List.of(TEMPLATE), "choice", "accept"))
                    .expect(200);
        }
    }

    @AfterEach
    void weatherClears() {
        forceIsAllowed();
        phones.sandbox().delete("/sandbox/faults").expect(200);
    }

    @Test
    void tellsLastingFromPassing() {
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        for (int code : List.of(43101, 43004, 40003, 40037, 47003, 43019, 48001, 48002, 48004, 50002, 40013, 41030)) {
            verdicts.put(code, Verdict.LASTING);
        }
        verdicts.put(45009, Verdict.QUOTA);
        verdicts.put(-1, Verdict.AGAIN);
        verdicts.put(45011, Verdict.AGAIN);
        verdicts.forEach((code, verdict) -> {
            SendAnswer expected = new SendAnswer(verdict, null, code);
            fault(SUBSCRIBE_SEND, "errcode", code);
            assertThat(wechat.sendSubscribe(person, message(TEMPLATE))).isEqualTo(expected);
            weatherClears();
            fault(TEMPLATE_SEND, "errcode", code);
            assertThat(wechat.sendTemplate(person, message(OFFICIAL_TEMPLATE))).isEqualTo(expected);
            weatherClears();
        });
    }

    @Test
    void doesNotKnowWhetherItWasSentWhenTheAnswerIsMissing() {
        for (String kind : List.of("reset", "http502", "emptyBody", "truncatedJson", "answerLost")) {
            fault(SUBSCRIBE_SEND, kind, 0);
            assertThat(wechat.sendSubscribe(person, message(TEMPLATE)).verdict())
                    .as(kind)
                    .isEqualTo(Verdict.UNKNOWN);
            weatherClears();
        }
    }

    @Test
    void findsOutByAHarmlessCallWhetherWechatAnswers() {
        for (WechatApp app : WechatApp.values()) {
            assertThat(wechat.isAnswering(app)).as("%s in fair weather", app).isTrue();
        }
        for (String kind : List.of("reset", "http502", "emptyBody")) {
            fault("/cgi-bin/get_api_domain_ip", kind, 0);
            for (WechatApp app : WechatApp.values()) {
                assertThat(wechat.isAnswering(app)).as("%s, %s", app, kind).isFalse();
            }
            weatherClears();
        }
    }

    @Test
    void somebodyWhoDoesNotFollowIsToldAtOnce() {
        assertThat(wechat.sendTemplate(person, message(OFFICIAL_TEMPLATE)))
                .isEqualTo(new SendAnswer(Verdict.LASTING, null, 43004));
        assertThat(wechat.sendTemplate(new WechatPersonId(999_999_999), message(TEMPLATE)))
                .isEqualTo(new SendAnswer(Verdict.LASTING, null, 43004));
    }

    @Test
    void aRevokedTokenIsReplacedOnceAndTheSendGoesOut() {
        assertThat(wechat.sendSubscribe(person, message(TEMPLATE)).verdict()).isEqualTo(Verdict.ACCEPTED);
        forceIsAllowed();
        phones.sandbox()
                .post("/sandbox/tokens/revocation", Map.of("app", "MINI_PROGRAM"))
                .expect(200);
        long seen = lastSeen();
        assertThat(wechat.sendSubscribe(person, message(TEMPLATE)).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(tokenCalls(seen, true)).isEqualTo(1);
    }

    @Test
    void aTokenThatIsRefusedAgainAndAgainIsReplacedOnceInThirtySeconds() {
        forceIsAllowed();
        fault(TEMPLATE_SEND, "tokenInvalid", 0);
        long seen = lastSeen();
        for (int i = 0; i < 10; i++) {
            assertThat(wechat.sendTemplate(person, message(OFFICIAL_TEMPLATE)))
                    .isEqualTo(new SendAnswer(Verdict.AGAIN, null, 40001));
        }
        assertThat(tokenCalls(seen, true)).isEqualTo(1);
    }

    @Test
    void twoHundredRefusalsOnTwoNodesCostOneTokenCall() throws Exception {
        AccessTokens otherNode = new AccessTokens(calls, properties, shared, json, clock);
        String refused = tokens.current(WechatApp.OFFICIAL_ACCOUNT);
        assertThat(otherNode.current(WechatApp.OFFICIAL_ACCOUNT)).isEqualTo(refused);
        forceIsAllowed();
        long seen = lastSeen();
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Callable<String>> work = IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(n -> () -> {
                        AccessTokens node = n % 2 == 0 ? tokens : otherNode;
                        node.replace(WechatApp.OFFICIAL_ACCOUNT, refused);
                        return node.current(WechatApp.OFFICIAL_ACCOUNT);
                    })
                    .toList();
            for (Future<String> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(tokenCalls(seen, true)).isEqualTo(1);
        assertThat(tokens.current(WechatApp.OFFICIAL_ACCOUNT)).isNotEqualTo(refused);
        assertThat(otherNode.current(WechatApp.OFFICIAL_ACCOUNT)).isEqualTo(tokens.current(WechatApp.OFFICIAL_ACCOUNT));
    }

    @Test
    void aTokenWithAShortLifeIsNotFetchedForEachCall() throws Exception {
        phones.sandbox()
                .put(
                        "/sandbox/faults",
                        Map.of("endpoint", "/cgi-bin/stable_token", "kind", "shortExpiry", "probability", 1))
                .expect(200);
        shared.forget("gridbell:wechat:token:" + properties.apiHost().getAuthority() + ":"
                + properties.miniProgram().appId());
        AccessTokens node = new AccessTokens(calls, properties, shared, json, clock);
        long seen = lastSeen();
        for (int i = 0; i < 20; i++) {
            node.current(WechatApp.MINI_PROGRAM);
        }
        assertThat(tokenCalls(seen, false)).isBetween(1L, 3L);
    }

    /** Thirty seconds after the last forced replacement. */
    private void forceIsAllowed() {
        for (WechatApp app : WechatApp.values()) {
            shared.forget("gridbell:wechat:force:" + properties.apiHost().getAuthority() + ":"
                    + properties.account(app).appId());
        }
        // Later than in any test before, though each begins at the same time.
        clock.moveTo(MutableClock.TUESDAY_MORNING.plus(Duration.ofMinutes(PASSED.addAndGet(2))));
        follow();
    }

    private void follow() {
        phones.sandbox()
                .put("/sandbox/clock", Map.of("offsetSeconds", clock.offset().toSeconds()))
                .expect(200);
    }

    private long lastSeen() {
        return phones.sandbox()
                .get("/sandbox/ledger?since=999999999")
                .json()
                .path("last")
                .asLong();
    }

    /** @param forced only those that replace a running token; the others may come from the background as well */
    private long tokenCalls(long since, boolean forced) {
        return phones.sandbox()
                .get("/sandbox/ledger?since=" + since)
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("kind").asString("").equals("token"))
                .filter(entry -> !forced || entry.path("force").asBoolean())
                .count();
    }

    private void fault(String endpoint, String kind, int code) {
        phones.sandbox()
                .put("/sandbox/faults", Map.of("endpoint", endpoint, "kind", kind, "probability", 1, "code", code))
                .expect(200);
    }

    private static OutgoingMessage message(String template) {
        return new OutgoingMessage(
                template,
                Map.of(
                        "character_string1", "R2026112300001",
                        "thing2", "楼道灯不亮",
                        "phrase3", "已受理",
                        "thing4", "王敏",
                        "time5", "2026年11月25日 18:00"),
                null,
                UUID.randomUUID().toString().replace("-", ""));
    }
}
