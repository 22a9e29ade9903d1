package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OddAnswersTest extends WithReceiver {
    @Test
    void anErrorMayLookLikeAPicture() throws Exception {
        fault("/wxa/getwxacodeunlimit", "wrongContentType", 1, Map.of());

        Caller.Answer answer = asMini("/wxa/getwxacodeunlimit", Map.of("scene", "不行"));

        assertThat(answer.contentType()).isEqualTo("image/jpeg");
        assertThat(answer.errcode()).isEqualTo(40097);
        assertThat(asMini("/wxa/getwxacodeunlimit", Map.of("scene", "不行")).contentType())
                .contains("json");
    }

    @Test
    void aConsentMayBeGoneAMomentBefore() throws Exception {
        JsonNode person = caller.person("张阿姨");
        caller.accept(person, Caller.MINI_TEMPLATE);
        fault(Sends.SUBSCRIBE, "consentTaken", 1, Map.of());

        assertThat(caller.sendSubscribe(person, Caller.fields()).errcode()).isEqualTo(43101);
        caller.accept(person, Caller.MINI_TEMPLATE);
        assertThat(caller.sendSubscribe(person, Caller.fields()).errcode()).isZero();
    }

    @Test
    void aFollowerMayLeaveAMomentBefore() throws Exception {
        JsonNode person = follower("李叔");
        fault(Sends.TEMPLATE, "unfollowed", 1, Map.of());

        assertThat(caller.sendTemplate(person, "m-1").errcode()).isEqualTo(43004);
        assertThat(receiver.take().official()).contains("<Event><![CDATA[unsubscribe]]>");
    }

    @Test
    void theReceiptMayComeBeforeTheAnswer() throws Exception {
        JsonNode person = caller.person("王姐");
        caller.accept(person, Caller.MINI_TEMPLATE);
        receiver.take();
        caller.miniToken();
        fault(Sends.SUBSCRIBE, "answerLate", 1, Map.of("millis", 3_000));

        CompletableFuture<Caller.Answer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return caller.sendSubscribe(person, Caller.fields());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        JsonNode receipt = receiver.take().mini();

        assertThat(answer).isNotDone();
        assertThat(Json.text(receipt.path("List"), "MsgID"))
                .isEqualTo(answer.get().json().path("msgid").asString(""));
    }

    @Test
    void aPictureMayNeverBeJudgedOrNotBeReached() throws Exception {
        JsonNode person = caller.person("赵师傅");
        String path = "/wxa/media_check_async";
        Map<String, Object> wish = Map.of(
                "media_url",
                sandbox.baseUrl() + "/cgi-bin/showqrcode?ticket=1",
                "media_type",
                2,
                "version",
                2,
                "openid",
                mini(person),
                "scene",
                1);
        fault(path, "mediaNever", 1, Map.of());
        fault(path, "mediaUnreachable", 1, Map.of());

        assertThat(asMini(path, wish).errcode()).isZero();
        assertThat(asMini(path, wish).errcode()).isZero();
        assertThat(asMini(path, wish).errcode()).isZero();

        List<Integer> codes = List.of(
                receiver.take().mini().path("errcode").asInt(1),
                receiver.take().mini().path("errcode").asInt(1));
        assertThat(codes).containsExactlyInAnyOrder(-1008, 0);
        lastPush();
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void aSlowPlatformHoldsNoThreadForACallThatWaits() throws Exception {
        int calls = 300;
        caller.put("/sandbox/limits", Map.of("answerMillis", 4_000));
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        URI token = sandbox.baseUrl()
                .resolve("/cgi-bin/token?grant_type=client_credential&appid="
                        + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID + "&secret="
                        + SandboxSettings.OFFICIAL_ACCOUNT_SECRET);
        List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            answers.add(http.sendAsync(HttpRequest.newBuilder(token).build(), HttpResponse.BodyHandlers.discarding()));
        }
        long limit = System.nanoTime() + 20_000_000_000L;
        while (caller.get("/sandbox/ledger/totals").json().path("token").asInt(0) < calls) {
            assertThat(System.nanoTime()).as("calls arrive").isLessThan(limit);
        }

        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().contains("Jetty") || thread.getName().contains("sandbox-later"))
                .count();

        assertThat(threads).isLessThan(calls / 2);
        for (CompletableFuture<HttpResponse<Void>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }
}
