package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class PushingTest {
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
    void triesThreeTimesWithTheSameContentInFreshEnvelopes() throws Exception {
        receiver.answers(500, push -> "");
        caller.follower("张阿姨");
        Set<String> nonces = new HashSet<>();
        Set<String> sealed = new HashSet<>();
        Set<String> contents = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            Receiver.Received push = receiver.take();
            nonces.add(push.query().getOrDefault("nonce", ""));
            sealed.add(push.encrypted());
            contents.add(push.official());
            assertSigned(push, SandboxSettings.OFFICIAL_ACCOUNT_TOKEN);
        }
        JsonNode entry = lastPush();

        assertThat(nonces).hasSize(3);
        assertThat(sealed).hasSize(3);
        assertThat(contents).hasSize(1);
        assertThat(Json.text(entry, "result")).isEqualTo("GIVEN_UP");
        assertThat(entry.path("tries")).hasSize(3);
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void stopsAtTheFirstSuccess() throws Exception {
        receiver.answers(200, push -> "");
        caller.follower("李叔");
        receiver.take();

        assertThat(Json.text(lastPush(), "result")).isEqualTo("ACCEPTED");
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void anAnswerInAnyOtherWordsIsTriedAgain() throws Exception {
        receiver.answers(200, push -> "ok");
        caller.follower("王姐");

        assertThat(Json.text(lastPush(), "result")).isEqualTo("GIVEN_UP");
    }

    @Test
    void popupSentAndSettingsEventsHaveTheOfficialShape() throws Exception {
        JsonNode person = caller.person("赵师傅");
        Map<String, JsonNode> official = new TreeMap<>();
        Fixtures.read("15-mini-subscribe-events-json")
                .path("cases")
                .forEach(one -> official.put(Json.text(one, "name"), one.path("body")));

        caller.accept(person, Caller.MINI_TEMPLATE);
        JsonNode popup = receiver.take().mini();
        caller.accept(person, Caller.MINI_TEMPLATE, Caller.OTHER_MINI_TEMPLATE);
        JsonNode popups = receiver.take().mini();
        caller.sendSubscribe(person, Caller.fields());
        JsonNode sent = receiver.take().mini();
        caller.act(
                person,
                "consents",
                Map.of("templateIds", List.of(Caller.MINI_TEMPLATE), "choice", "reject", "settings", true));
        JsonNode change = receiver.take().mini();

        assertThat(shape(popup)).isEqualTo(shape(official.get("popup object")));
        assertThat(popups.path("List").isArray()).isTrue();
        assertThat(popups.path("List")).hasSize(2);
        assertThat(shape(popups.path("List").path(1)))
                .isEqualTo(shape(
                        official.getOrDefault("popup array", popup).path("List").path(0)));
        assertThat(shape(sent)).isEqualTo(shape(official.get("sent object")));
        assertThat(shape(change.path("List")))
                .isEqualTo(shape(official.getOrDefault("change array", popup)
                        .path("List")
                        .path(0)));
        assertThat(caller.sendSubscribe(person, Caller.fields()).errcode()).isEqualTo(43101);
    }

    @Test
    void miniProgramsMayTakeXmlWithANestedList() throws Exception {
        caller.put("/sandbox/push-targets", Map.of("miniProgram", Map.of("format", "XML")));
        JsonNode person = caller.person("钱大爷");
        caller.accept(person, Caller.MINI_TEMPLATE, Caller.OTHER_MINI_TEMPLATE);

        String xml = receiver.take().open(SandboxSettings.MINI_PROGRAM_AES_KEY).message();

        assertThat(xml)
                .contains("<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[" + Caller.MINI_TEMPLATE + "]]>")
                .contains("</List><List>");
    }

    @Test
    void scanningFollowsOnceAndThenOnlyScans() throws Exception {
        JsonNode person = caller.person("孙阿姨");
        caller.act(person, "scan", Map.of("scene", "grid_7"));
        assertThat(receiver.take().official())
                .contains("<Event><![CDATA[subscribe]]>")
                .contains("<EventKey><![CDATA[qrscene_grid_7]]>")
                .contains("<Ticket>");
        caller.act(person, "scan", Map.of("scene", "grid_7"));
        assertThat(receiver.take().official())
                .contains("<Event><![CDATA[SCAN]]>")
                .contains("<EventKey><![CDATA[grid_7]]>");
    }

    @Test
    void aTextCannotBreakOutOfItsXml() throws Exception {
        JsonNode person = caller.follower("周哥");
        receiver.take();
        caller.act(person, "say", Map.of("text", "a]]><Event>x</Event>"));

        assertThat(receiver.take().official())
                .contains("<Content><![CDATA[a]]]]><![CDATA[><Event>x</Event>]]></Content>");
    }

    @Test
    void anEncryptedReplyShowsOnThePhoneAndAForgedOneDoesNot() throws Exception {
        JsonNode person = caller.follower("吴老师");
        lastPush();
        receiver.answers(200, push -> reply(person, "已为您登记", SandboxSettings.OFFICIAL_ACCOUNT_TOKEN));
        caller.act(person, "say", Map.of("text", "路灯坏了"));
        assertThat(Json.text(lastPush(), "result")).isEqualTo("ACCEPTED");
        assertThat(Json.text(caller.messages(person).path(1), "text")).isEqualTo("已为您登记");

        receiver.answers(200, push -> reply(person, "假的", "another token"));
        caller.act(person, "say", Map.of("text", "还在吗"));
        assertThat(Json.text(lastPush(), "result")).isEqualTo("GIVEN_UP");
        assertThat(caller.messages(person)).hasSize(3);
    }

    @Test
    void onePersonsPushesArriveInOrder() throws Exception {
        JsonNode person = caller.follower("郑姐");
        receiver.take();
        for (int i = 0; i < 30; i++) {
            caller.act(person, "say", Map.of("text", "第" + i + "句"));
        }
        for (int i = 0; i < 30; i++) {
            assertThat(receiver.take().official()).contains("第" + i + "句");
        }
    }

    @Test
    void plainAndCompatModesShowTheContent() throws Exception {
        caller.put("/sandbox/push-targets", Map.of("officialAccount", Map.of("mode", "PLAIN")));
        JsonNode person = caller.follower("冯叔");
        Receiver.Received plain = receiver.take();
        caller.put("/sandbox/push-targets", Map.of("officialAccount", Map.of("mode", "COMPAT")));
        caller.act(person, "say", Map.of("text", "你好"));
        Receiver.Received both = receiver.take();

        assertThat(plain.body()).contains("<Event><![CDATA[subscribe]]>").doesNotContain("Encrypt");
        assertThat(plain.query()).doesNotContainKey("msg_signature");
        assertThat(both.body()).contains("<Content><![CDATA[你好]]>").contains("<Encrypt>");
    }

    @Test
    void asksTheUrlAsTheConsoleDoes() throws Exception {
        receiver.answers(200, push -> push.query().getOrDefault("echostr", ""));
        assertThat(caller.put("/sandbox/push-targets", Map.of("verify", true))
                        .json()
                        .path("miniProgram")
                        .asBoolean(false))
                .isTrue();
        receiver.answers(200, push -> "no");
        assertThat(caller.put("/sandbox/push-targets", Map.of("verify", true))
                        .json()
                        .path("miniProgram")
                        .asBoolean(true))
                .isFalse();
    }

    /** Waits until no push is under way and gives the last one of the ledger. */
    private JsonNode lastPush() throws IOException, InterruptedException {
        long limit = System.nanoTime() + 20_000_000_000L;
        while (caller.get("/sandbox/ledger").json().path("pushesUnderWay").asInt(1) > 0) {
            assertThat(System.nanoTime()).as("pushes end").isLessThan(limit);
        }
        JsonNode pushes = caller.ledger("push");
        return pushes.path(pushes.size() - 1);
    }

    private static void assertSigned(Receiver.Received push, String token) {
        Map<String, String> query = push.query();
        String timestamp = query.getOrDefault("timestamp", "");
        String nonce = query.getOrDefault("nonce", "");
        assertThat(query)
                .containsEntry("signature", PushCipher.sign(token, timestamp, nonce))
                .containsEntry("msg_signature", PushCipher.sign(token, timestamp, nonce, push.encrypted()))
                .containsEntry("encrypt_type", "aes");
    }

    private static String reply(JsonNode person, String words, String token) {
        String message = PushBody.xml(Json.object(
                "ToUserName",
                Json.text(person, "officialAccountOpenId"),
                "FromUserName",
                SandboxSettings.OFFICIAL_ACCOUNT_ORIGINAL_ID,
                "CreateTime",
                1,
                "MsgType",
                "text",
                "Content",
                words));
        String encrypted = new PushCipher(SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY)
                .encrypt("0123456789abcdef", message, SandboxSettings.OFFICIAL_ACCOUNT_APP_ID);
        return PushBody.xml(Json.object(
                "Encrypt",
                encrypted,
                "MsgSignature",
                PushCipher.sign(token, "1", "2", encrypted),
                "TimeStamp",
                1,
                "Nonce",
                "2"));
    }

    /** Names and kinds of all values, so that two bodies can be compared without their contents. */
    private static String shape(@Nullable JsonNode node) {
        if (node == null || !node.isContainer()) {
            return node == null ? "nothing" : node.getNodeType().toString();
        }
        StringBuilder text = new StringBuilder(node.getNodeType() + "{");
        if (node.isArray()) {
            node.forEach(item -> text.append(shape(item)).append(','));
        } else {
            node.properties().forEach(field -> text.append(field.getKey())
                    .append(':')
                    .append(shape(field.getValue()))
                    .append(','));
        }
        return text.append('}').toString();
    }
}
