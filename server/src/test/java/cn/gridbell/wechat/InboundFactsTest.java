package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gridbell.platform.personal.Expiring;
import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.WechatConsentChanged.Choice;
import cn.gridbell.wechat.WechatReceiptArrived.Result;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** From a tap on a phone through WeChat's push to the fact. */
@GridbellTest
class InboundFactsTest {

    private static final String OFFICIAL_TEMPLATE = "OA-REQUEST-RECEIVED-00000000000000000000000";
    private static final String MINI_TEMPLATE = "MP-REQUEST-RECEIVED-00000000000000000000000";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Wechat wechat;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    dev.gridbell.testing.People phones;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    List<Expiring> expiring;

    private Facts facts;
    private String phone;
    private WechatPersonId person;

    @BeforeEach
    void somebodySignsIn() {
        facts = new Facts(context, fact -> {});
        phone = newPhone();
        person = signIn(phone);
    }

    @AfterEach
    void weatherClears() {
        facts.close();
        phones.sandbox().delete("/sandbox/faults").expect(200);
    }

    @Test
    void aFollowIsJoinedToTheSignInByTheUnionid() {
        assertThat(wechat.reachOf(person)).isEqualTo(new Reach(false, true, false));
        does("follow", null);
        await().atMost(PATIENCE).until(() -> heard(WechatFollowed.class, WechatFollowed::person));
        assertThat(wechat.reachOf(person)).isEqualTo(new Reach(true, true, true));

        clock.advance(Duration.ofSeconds(2));
        phones.sandbox()
                .put("/sandbox/clock", Map.of("offsetSeconds", clock.offset().toSeconds()))
                .expect(200);
        does("unfollow", null);
        await().atMost(PATIENCE).until(() -> heard(WechatUnfollowed.class, WechatUnfollowed::person));
        assertThat(wechat.reachOf(person)).isEqualTo(new Reach(false, true, false));
    }

    @Test
    void aFollowerWhoSignsInLaterIsTheSamePerson() {
        String later = newPhone();
        phones.sandbox().post("/sandbox/people/" + later + "/follow", null).expect(200);
        await().atMost(PATIENCE).until(() -> !facts.of(WechatFollowed.class).isEmpty());
        WechatPersonId follower = facts.of(WechatFollowed.class).get(0).person();
        assertThat(signIn(later)).isEqualTo(follower);
        assertThat(wechat.reachOf(follower)).isEqualTo(new Reach(true, true, true));
    }

    @Test
    void aFollowWaitsUntilWechatCanBeAsked() {
        phones.sandbox()
                .put("/sandbox/faults", Map.of("endpoint", "/cgi-bin/user/info", "kind", "http502", "count", 8))
                .expect(200);
        does("follow", null);
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofSeconds(20));
            return heard(WechatFollowed.class, WechatFollowed::person);
        });
        assertThat(facts.of(WechatFollowed.class)).hasSize(1);
    }

    @Test
    void wordsInTheChatArriveAndCanBeRead() {
        does("follow", null);
        does("say", Map.of("text", "谢谢，灯修好了"));
        await().atMost(PATIENCE).until(() -> heard(WechatMessageReceived.class, WechatMessageReceived::person));
        WechatMessageReceived received = facts.of(WechatMessageReceived.class).get(0);
        assertThat(wechat.wordsOf(received.inboundId())).contains("谢谢，灯修好了");
        assertThat(received.toString()).doesNotContain("谢谢");
    }

    @Test
    void consentsOfThePanelAndOfTheSettingsArrive() {
        does("consents", Map.of("templateIds", List.of(MINI_TEMPLATE), "choice", "accept"));
        await().atMost(PATIENCE)
                .until(() -> facts.of(WechatConsentChanged.class).size() == 1);
        does("consents", Map.of("templateIds", List.of(MINI_TEMPLATE), "choice", "reject", "settings", true));
        await().atMost(PATIENCE)
                .until(() -> facts.of(WechatConsentChanged.class).size() == 2);
        WechatConsentChanged tapped = facts.of(WechatConsentChanged.class).get(0);
        WechatConsentChanged refused = facts.of(WechatConsentChanged.class).get(1);
        assertThat(List.of(tapped.person(), tapped.templateId(), tapped.choice(), tapped.fromPopup()))
                .isEqualTo(List.of(person, MINI_TEMPLATE, Choice.ACCEPT, true));
        assertThat(List.of(refused.person(), refused.choice(), refused.fromPopup()))
                .isEqualTo(List.of(person, Choice.REJECT, false));
    }

    @Test
    void aTemplateMessageIsFollowedByItsReceipt() {
        does("follow", null);
        await().atMost(PATIENCE).until(() -> wechat.reachOf(person).following());
        SendAnswer answer = wechat.sendTemplate(person, message(OFFICIAL_TEMPLATE));
        assertThat(answer.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(answer.msgId()).matches("\\d{19}");
        await().atMost(PATIENCE)
                .until(() -> !facts.of(WechatReceiptArrived.class).isEmpty());
        WechatReceiptArrived receipt = facts.of(WechatReceiptArrived.class).get(0);
        assertThat(List.of(receipt.app(), receipt.msgId(), receipt.result()))
                .isEqualTo(List.of(WechatApp.OFFICIAL_ACCOUNT, String.valueOf(answer.msgId()), Result.DELIVERED));
        assertThat(receipt.person()).isEqualTo(person);

        does("block", null);
        wechat.sendTemplate(person, message(OFFICIAL_TEMPLATE));
        await().atMost(PATIENCE)
                .until(() -> facts.of(WechatReceiptArrived.class).size() == 2);
        assertThat(facts.of(WechatReceiptArrived.class).get(1).result()).isEqualTo(Result.BLOCKED_BY_PERSON);
    }

    @Test
    void aSubscribeMessageSpendsAConsentAndIsFollowedByItsReceipt() {
        assertThat(wechat.sendSubscribe(person, message(MINI_TEMPLATE)))
                .isEqualTo(new SendAnswer(Verdict.LASTING, null, 43101));
        does("consents", Map.of("templateIds", List.of(MINI_TEMPLATE), "choice", "accept"));
        SendAnswer answer = wechat.sendSubscribe(person, message(MINI_TEMPLATE));
        assertThat(answer.verdict()).isEqualTo(Verdict.ACCEPTED);
        await().atMost(PATIENCE)
                .until(() -> !facts.of(WechatReceiptArrived.class).isEmpty());
        WechatReceiptArrived receipt = facts.of(WechatReceiptArrived.class).get(0);
        assertThat(List.of(receipt.app(), receipt.msgId(), receipt.result()))
                .isEqualTo(List.of(WechatApp.MINI_PROGRAM, String.valueOf(answer.msgId()), Result.DELIVERED));
    }

    @Test
    void aLetterThatFailsFiveTimesIsSetAsideAndHoldsUpNobody() {
        facts.close();
        AtomicInteger failures = new AtomicInteger();
        facts = new Facts(context, fact -> {
            if (fact instanceof WechatMessageReceived received
                    && "炸".equals(wechat.wordsOf(received.inboundId()).orElse(""))) {
                failures.incrementAndGet();
                throw new IllegalStateException("a listener that cannot");
            }
        });
        does("follow", null);
        does("say", Map.of("text", "炸"));
        does("say", Map.of("text", "好"));
        await().atMost(PATIENCE).until(() -> heard(WechatMessageReceived.class, WechatMessageReceived::person));
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofMinutes(5));
            return count("POISON") == 1;
        });
        assertThat(failures).hasValue(5);
        assertThat(facts.of(WechatMessageReceived.class)).hasSize(1);

        Expiring log = expiring.stream()
                .filter(each -> each.name().equals("inbound-log"))
                .findAny()
                .orElseThrow();
        log.expire(clock.instant().plusSeconds(1), 10_000);
        assertThat(count("POISON")).as("ends with the others").isZero();
    }

    private int count(String status) {
        Integer count =
                sql.queryForObject("SELECT COUNT(*) FROM wechat_inbound WHERE status = ?", Integer.class, status);
        return count == null ? 0 : count;
    }

    private <T> boolean heard(Class<T> type, java.util.function.Function<T, WechatPersonId> whose) {
        return facts.of(type).stream().map(whose).anyMatch(person::equals);
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
                "pages/request/detail",
                UUID.randomUUID().toString().replace("-", ""));
    }

    private void does(String control, @org.jspecify.annotations.Nullable Object body) {
        Http.Answer answer = phones.sandbox().post("/sandbox/people/" + phone + "/" + control, body);
        assertThat(answer.status()).as(control + answer.text()).isEqualTo(200);
    }

    private String newPhone() {
        String number = "137" + (10_000_000 + ThreadLocalRandom.current().nextInt(89_999_999));
        return phones.sandbox()
                .post("/sandbox/people", Map.of("nickname", "测试", "phone", number))
                .expect(201)
                .at("/id");
    }

    private WechatPersonId signIn(String who) {
        return wechat.signIn(phones.sandbox()
                .post("/sandbox/people/" + who + "/login-code", null)
                .at("/code"));
    }
}
