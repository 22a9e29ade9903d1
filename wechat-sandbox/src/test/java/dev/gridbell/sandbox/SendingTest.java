package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class SendingTest {
    private Receiver receiver;
    private WechatSandbox sandbox;
    private Caller caller;

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

    @Test
    void fiftySendsAtOnceUseUpExactlyTenConsents() throws Exception {
        JsonNode person = caller.person("张阿姨");
        for (int i = 0; i < 10; i++) {
            caller.accept(person, Caller.MINI_TEMPLATE);
        }
        caller.miniToken();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Integer>> sends = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sends.add(threads.submit(
                    () -> caller.sendSubscribe(person, Caller.fields()).errcode()));
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> send : sends) {
            codes.add(send.get());
        }
        threads.shutdown();

        assertThat(codes).filteredOn(code -> code == 0).hasSize(10);
        assertThat(codes).filteredOn(code -> code == 43101).hasSize(40);
        assertThat(caller.messages(person)).hasSize(10);
    }

    @Test
    void aLongTermConsentIsNeverUsedUp() throws Exception {
        caller.put("/sandbox/templates/" + Caller.MINI_TEMPLATE, Map.of("type", "LONG_TERM"));
        JsonNode person = caller.person("李叔");
        caller.accept(person, Caller.MINI_TEMPLATE);

        for (int i = 0; i < 5; i++) {
            assertThat(caller.sendSubscribe(person, Caller.fields()).errcode()).isZero();
        }
    }

    @Test
    void aWrongFieldIsNamedAndCostsNoConsent() throws Exception {
        JsonNode person = caller.person("王姐");
        caller.accept(person, Caller.MINI_TEMPLATE);
        Map<String, Object> fields = Caller.fields();
        fields.put("phrase3", Map.of("value", "这个词太长了"));

        JsonNode refused = caller.sendSubscribe(person, fields).json();

        assertThat(refused.path("errcode").asInt(0)).isEqualTo(47003);
        assertThat(Json.text(refused, "errmsg"))
                .matches("argument invalid! data\\.phrase3\\.value invalid rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
        assertThat(caller.sendSubscribe(person, Caller.fields()).errcode()).isZero();
    }

    @Test
    void messageNumbersHaveNineteenDigitsAndAreNumbers() throws Exception {
        JsonNode person = caller.person("赵师傅");
        caller.accept(person, Caller.MINI_TEMPLATE);

        JsonNode msgid = caller.sendSubscribe(person, Caller.fields()).json().path("msgid");

        assertThat(msgid.isIntegralNumber()).isTrue();
        assertThat(msgid.asString("")).hasSize(19);
    }

    @Test
    void namesStrangersTemplatesAndApps() throws Exception {
        JsonNode person = caller.follower("钱大爷");
        Map<String, Object> body = Json.object("touser", "nobody", "template_id", Caller.OFFICIAL_TEMPLATE);
        String path = Sends.TEMPLATE + "?access_token=" + caller.officialToken();
        assertThat(caller.post(path, body).errcode()).isEqualTo(40003);
        body.put("touser", Json.text(person, "officialAccountOpenId"));
        body.put("template_id", Caller.MINI_TEMPLATE);
        assertThat(caller.post(path, body).errcode()).isEqualTo(40037);
        assertThat(caller.post(Sends.TEMPLATE + "?access_token=" + caller.miniToken(), body)
                        .errcode())
                .isEqualTo(48001);
    }

    @Test
    void sameClientNumberWithinTenMinutesIsDeliveredOnce() throws Exception {
        JsonNode person = caller.follower("孙阿姨");

        JsonNode first = caller.sendTemplate(person, "m-1").json();
        JsonNode again = caller.sendTemplate(person, "m-1").json();

        assertThat(again).isEqualTo(first);
        assertThat(caller.messages(person)).hasSize(1);
        JsonNode ledger = caller.ledger("send");
        assertThat(ledger.path(0).path("deduplicated").asBoolean(true)).isFalse();
        assertThat(ledger.path(1).path("deduplicated").asBoolean(false)).isTrue();

        caller.put("/sandbox/clock", Map.of("offsetSeconds", 601));
        assertThat(caller.sendTemplate(person, "m-1").json()).isNotEqualTo(first);
        assertThat(caller.messages(person)).hasSize(2);
        assertThat(caller.ledger("send").path(2).path("doubled").asBoolean(false))
                .isTrue();
    }

    @Test
    void twentyEqualSendsAtOnceAreDeliveredOnce() throws Exception {
        JsonNode person = caller.follower("周哥");
        caller.officialToken();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        List<Future<Caller.Answer>> sends = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sends.add(threads.submit(() -> caller.sendTemplate(person, "same")));
        }
        for (Future<Caller.Answer> send : sends) {
            assertThat(send.get().errcode()).isZero();
        }
        threads.shutdown();
        assertThat(caller.messages(person)).hasSize(1);
    }

    @Test
    void someoneWhoDoesNotFollowGetsNothing() throws Exception {
        JsonNode person = caller.person("吴老师");

        assertThat(caller.sendTemplate(person, "m-1").errcode()).isEqualTo(43004);
    }

    @Test
    void someoneWhoBlocksIsFoundOutByTheReceipt() throws Exception {
        JsonNode person = caller.follower("郑姐");
        receiver.take();
        caller.act(person, "block", Map.of());

        JsonNode sent = caller.sendTemplate(person, "m-1").json();

        assertThat(sent.path("errcode").asInt(-1)).isZero();
        assertThat(receiver.take().official())
                .contains("<MsgID>" + sent.path("msgid").asString("") + "</MsgID>")
                .contains("<Status><![CDATA[failed:user block]]></Status>");
        assertThat(caller.messages(person)).isEmpty();
    }

    @Test
    void aFailureInsideWechatIsFoundOutByTheReceipt() throws Exception {
        JsonNode person = caller.follower("冯叔");
        receiver.take();
        caller.put("/sandbox/faults", Map.of("endpoint", Sends.TEMPLATE, "kind", "systemFailed", "count", 1));

        caller.sendTemplate(person, "m-1");
        caller.sendTemplate(person, "m-2");

        assertThat(receiver.take().official()).contains("<![CDATA[failed: system failed]]>");
        assertThat(receiver.take().official()).contains("<Status><![CDATA[success]]></Status>");
        assertThat(caller.messages(person)).hasSize(1);
    }

    @Test
    void theDayHasALimitThatMidnightInBeijingLifts() throws Exception {
        JsonNode person = caller.follower("陈伯");
        caller.put("/sandbox/limits", Map.of("templatePerDay", 2));

        assertThat(caller.sendTemplate(person, "1").errcode()).isZero();
        assertThat(caller.sendTemplate(person, "2").errcode()).isZero();
        assertThat(caller.sendTemplate(person, "3").errcode()).isEqualTo(45009);
        caller.put("/sandbox/clock", Map.of("offsetSeconds", 86_400));
        assertThat(caller.sendTemplate(person, "3").errcode()).isZero();
    }

    @Test
    void anOfficialAccountsLongTextIsCutNotRefused() throws Exception {
        JsonNode person = caller.follower("褚姨");
        Map<String, Object> fields = Caller.fields();
        fields.put("thing2", Map.of("value", "字".repeat(30)));
        Map<String, Object> body = Json.object(
                "touser",
                Json.text(person, "officialAccountOpenId"),
                "template_id",
                Caller.OFFICIAL_TEMPLATE,
                "data",
                fields);

        assertThat(caller.post(Sends.TEMPLATE + "?access_token=" + caller.officialToken(), body)
                        .errcode())
                .isZero();
        assertThat(Json.text(caller.messages(person).path(0).path("fields").path(1), "value"))
                .isEqualTo("字".repeat(19) + "…");
    }
}
