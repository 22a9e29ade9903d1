package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PassiveRepliesTest extends WithReceiver {
    @Test
    void wordsInCdataShowAsTheyAre() throws Exception {
        JsonNode person = follower("张阿姨");
        receiver.answers(200, push -> sealed(turned(push, "text", "<Content><![CDATA[已登记 <1 & 2>]]></Content>")));
        say(person, "路灯坏了");

        assertThat(Json.text(lastPush(), "result")).isEqualTo("ACCEPTED");
        assertThat(Json.text(caller.messages(person).path(1), "text")).isEqualTo("已登记 <1 & 2>");
    }

    @Test
    void anArticleShowsItsTitleAndAddress() throws Exception {
        JsonNode person = follower("李叔");
        String item = "<item><Title><![CDATA[停水通知]]></Title><Description/><PicUrl/>"
                + "<Url><![CDATA[http://127.0.0.1/n]]></Url></item>";
        receiver.answers(
                200,
                push -> sealed(
                        turned(push, "news", "<ArticleCount>1</ArticleCount><Articles>" + item + "</Articles>")));
        say(person, "今天停水吗");
        lastPush();

        JsonNode shown = caller.messages(person).path(1);
        assertThat(Json.text(shown, "text")).isEqualTo("[图文] 停水通知");
        assertThat(Json.text(shown, "page")).isEqualTo("http://127.0.0.1/n");

        receiver.answers(
                200,
                push -> sealed(
                        turned(push, "news", "<ArticleCount>2</ArticleCount><Articles>" + item + "</Articles>")));
        say(person, "明天呢");
        assertThat(Json.text(lastPush(), "result")).as("miscounted").isEqualTo("GIVEN_UP");
    }

    @Test
    void aReplyToADoubledPushShowsOnce() throws Exception {
        JsonNode person = follower("王姐");
        receiver.answers(200, push -> sealed(turned(push, "text", "<Content>好的</Content>")));
        fault("push", "pushDuplicate", 1, Map.of());
        say(person, "在吗");
        lastPush();

        assertThat(caller.ledger("push")).hasSize(3);
        assertThat(caller.messages(person)).hasSize(2);
    }

    @Test
    void aReplyToSomebodyElseIsNotTaken() throws Exception {
        JsonNode person = follower("赵师傅");
        receiver.answers(
                200,
                push -> sealed(
                        turned(push, "text", "<Content>好的</Content>").replaceAll("<ToUserName>o", "<ToUserName>x")));
        say(person, "在吗");

        assertThat(Json.text(lastPush(), "result")).isEqualTo("GIVEN_UP");
        assertThat(caller.messages(person)).hasSize(1);
    }

    @Test
    void onlyMessagesAndAFewEventsAreAnsweredInTheChat() throws Exception {
        JsonNode person = follower("钱大爷");
        receiver.answers(200, push -> sealed(turned(push, "text", "<Content>好的</Content>")));
        caller.act(person, "click", Map.of("key", "MINE"));
        lastPush();
        assertThat(caller.messages(person)).hasSize(1);
        caller.act(person, "unfollow", Map.of());

        assertThat(Json.text(lastPush(), "result")).isEqualTo("ACCEPTED");
        assertThat(caller.messages(person)).hasSize(1);
    }

    @Test
    void aPlainReplyIsOnlyTakenOutsideSafeMode() throws Exception {
        JsonNode person = follower("孙阿姨");
        receiver.answers(200, push -> turned(push, "text", "<Content>好的</Content>"));
        say(person, "在吗");
        assertThat(Json.text(lastPush(), "result")).isEqualTo("GIVEN_UP");
        for (String mode : List.of("COMPAT", "PLAIN")) {
            caller.put("/sandbox/push-targets", Map.of("officialAccount", Map.of("mode", mode)));
            say(person, "在吗");
            assertThat(Json.text(lastPush(), "result")).as(mode).isEqualTo("ACCEPTED");
        }
    }

    private static String turned(Receiver.Received push, String type, String rest) {
        String xml = push.body().contains("<MsgType>") ? push.body() : push.official();
        String person = xml.replaceAll("(?s).*<FromUserName><!\\[CDATA\\[(.*?)]]>.*", "$1");
        String account = xml.replaceAll("(?s).*<ToUserName><!\\[CDATA\\[(.*?)]]>.*", "$1");
        return "<xml><ToUserName>" + person + "</ToUserName><FromUserName>" + account
                + "</FromUserName><CreateTime>1</CreateTime><MsgType><![CDATA[" + type + "]]></MsgType>" + rest
                + "</xml>";
    }

    private static String sealed(String message) {
        String encrypted = new PushCipher(SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY)
                .encrypt("0123456789abcdef", message, SandboxSettings.OFFICIAL_ACCOUNT_APP_ID);
        String signature = PushCipher.sign(SandboxSettings.OFFICIAL_ACCOUNT_TOKEN, "1", "2", encrypted);
        return PushBody.xml(Json.object("Encrypt", encrypted, "MsgSignature", signature, "TimeStamp", 1, "Nonce", "2"));
    }
}
