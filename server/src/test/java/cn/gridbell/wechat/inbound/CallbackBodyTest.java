package cn.gridbell.wechat.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CallbackBodyTest {

    @Test
    void readsCapturedMessagesOfARealAccount() throws Exception {
        JsonNode cases = fixture("11-mp-messages-real-xml.json").path("cases");
        ObjectNode text = parse(cases.path("TextDemo").asString()).orElseThrow();
        assertThat(text.path("Content").asString()).isEqualTo("你好");
        assertThat(text.path("MsgId").asString()).isEqualTo("23801603303036899");
        assertThat(cases.valueStream().map(JsonNode::asString).map(this::parse)).allMatch(Optional::isPresent);
    }

    @Test
    void readsListsAsObjectAndAsArray() throws Exception {
        for (JsonNode example : fixture("15-mini-subscribe-events-json.json").path("cases")) {
            ObjectNode body = parse(example.path("body").toString()).orElseThrow();
            List<JsonNode> entries = letter(body).entries("SubscribeMsgPopupEvent");
            assertThat(entries).as(example.path("name").asString()).hasSize(1);
            assertThat(InboundLetter.textOf(entries.get(0), "TemplateId")).isPresent();
        }
    }

    @Test
    void readsTheListsOfXmlUnderTheirWrapper() {
        String entry = "<List><TemplateId>T%d</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List>";
        String xml =
                "<xml><Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent>%s</SubscribeMsgPopupEvent></xml>";
        ObjectNode one = parse(xml.formatted(entry.formatted(1))).orElseThrow();
        ObjectNode two =
                parse(xml.formatted(entry.formatted(1) + entry.formatted(2))).orElseThrow();
        assertThat(letter(one).entries("SubscribeMsgPopupEvent")).hasSize(1);
        assertThat(letter(two).entries("SubscribeMsgPopupEvent")).hasSize(2);
    }

    @Test
    void keepsNineteenDigitsAsTheyAre() {
        ObjectNode body = parse("{\"MsgID\":1864323726461255681}").orElseThrow();
        assertThat(letter(body).text("MsgID")).contains("1864323726461255681");
    }

    @Test
    void livesWithControlCharactersInWhatPeopleWrite() {
        assertThat(parse("<xml><Content><![CDATA[a\u0008b]]></Content></xml>")
                        .orElseThrow()
                        .path("Content")
                        .asString())
                .isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "<xml>",
                "<xml></xml><xml></xml>",
                "<xml>&undeclared;</xml>",
                "<xml><a>&undeclared;</a></xml>",
                "<xml><a>cut off",
                "<xml><a><![CDATA[cut off]]</a></xml>",
                "<xml><a b='1' b='2'>x</a></xml>",
                "<xml><a>x</b></xml>",
                "<xml><a>&#0;</a></xml>",
                "<xml><a>x</a></xml>more",
                "<?xml version=\"1.0\"?>",
                "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><xml><a>&x;</a></xml>",
                "<?xml version=\"1.0\"?><!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml><a>b</a></xml>",
                "<a><b><c><d><e><f><g><h><i>deep</i></h></g></f></e></d></c></b></a>",
            })
    void refusesWhatIsNoPlainObject(String body) {
        assertThat(parse(body)).isEmpty();
    }

    private Optional<ObjectNode> parse(String body) {
        return CallbackBody.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static InboundLetter letter(ObjectNode content) {
        return new InboundLetter(1, Door.MINI_PROGRAM, "event.x", Instant.EPOCH, content);
    }

    private static JsonNode fixture(String name) throws Exception {
        try (InputStream stream =
                Objects.requireNonNull(CallbackBodyTest.class.getResourceAsStream("/wechat/" + name), name)) {
            return JsonMapper.shared().readTree(stream);
        }
    }
}
