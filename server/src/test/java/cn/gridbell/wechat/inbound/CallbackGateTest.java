package cn.gridbell.wechat.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.wechat.inbound.GateProperties.Lock;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gridbell.sandbox.SandboxSettings;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Forged, old, replayed and damaged callbacks, over HTTP. */
@GridbellTest
class CallbackGateTest {

    private static final String ADDRESS = "/wechat/mini-program/" + SandboxSettings.MINI_PROGRAM_APP_ID;
    private static final String OTHER_APP = "wxffffffffffffffff";
    private static final int FORGERIES = 300;

    @Autowired
    People phones;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    InboundMapper rows;

    @Autowired
    FieldCipher cipher;

    @Autowired
    JsonMapper json;

    @Autowired
    Replies replies;

    @Autowired
    ReplyProperties settings;

    @Autowired
    Looks looks;

    private final InboundBell bell = new InboundBell(1);

    @Test
    void oneReplayedTwoHundredTimesIsStoredOnce() throws Exception {
        String event = event("replayed");
        SealedPush push = seal(event);
        long before = stored();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<Http.Answer>> calls = new ArrayList<>(IntStream.range(0, 200)
                    .<Callable<Http.Answer>>mapToObj(n -> push::send)
                    .toList());
            for (Future<Http.Answer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).isEqualTo(200);
                assertThat(answer.get().text()).isEqualTo("success");
            }
        } finally {
            threads.shutdown();
        }
        seal(event).send().expect(200); // a real retry: the same event with a fresh signature
        assertThat(stored() - before).isEqualTo(1);
    }

    @Test
    void twoEventsOfOneSecondAreBothStored() {
        long before = stored();
        seal(event("first")).send().expect(200);
        seal(event("second")).send().expect(200);
        assertThat(stored() - before).isEqualTo(2);
    }

    @Test
    void aMessageIsKnownByItsIdWhateverElseChanged() {
        long before = stored();
        String message =
                "{\"ToUserName\":\"gh\",\"FromUserName\":\"o-%s\",\"CreateTime\":1764000000,\"MsgType\":\"image\",\"MsgId\":%d}";
        long id = new Random().nextLong(1_000_000_000_000L);
        seal(message.formatted("a", id)).send().expect(200);
        seal(message.formatted("b", id)).send().expect(200);
        seal(message.formatted("a", id + 1)).send().expect(200);
        assertThat(stored() - before).isEqualTo(2);
    }

    @Test
    void acceptsNoForgery() {
        long before = stored();
        Random random = new Random(20261124);
        for (int i = 0; i < FORGERIES; i++) {
            SealedPush push = seal(event("forged " + i));
            SealedPush forged =
                    switch (i % 12) {
                        case 0 -> push.signed("");
                        case 1 -> push.signed("0".repeat(40));
                        case 2 -> push.signed(flipped(push.signature(), random));
                        case 3 -> push.encrypted(flipped(push.encrypt(), random));
                        case 4 -> push.encrypted(seal(event("swapped " + i)).encrypt());
                        case 5 -> push.at(push.timestamp() + 1);
                        case 6 -> push.nonce(push.nonce() + "1");
                        case 7 -> seal(event("old " + i), clock.instant().minus(Duration.ofMinutes(11)));
                        case 8 -> seal(event("early " + i), clock.instant().plus(Duration.ofMinutes(11)));
                        case 9 -> seal(event("other app " + i), OTHER_APP);
                        case 10 -> push.body(event("plain " + i));
                        default ->
                            push.body("{\"MsgType\":\"event\",\"Encrypt\":\"" + push.encrypt()
                                    + "\",\"Event\":\"compatible\"}");
                    };
            Http.Answer answer = forged.send();
            assertThat(answer.status()).as("forgery %d", i).isBetween(400, 499);
            assertThat(answer.text()).isEmpty();
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsNoCallbackAtAll() {
        long before = stored();
        SealedPush push = seal(event("shape"));
        String doctype = "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        assertThat(push.body("<xml><Encrypt>&x;</Encrypt></xml>").send().status())
                .isEqualTo(400);
        assertThat(push.body(doctype + "<xml><Encrypt>" + push.encrypt() + "</Encrypt></xml>")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(seal(doctype + "<xml><Event>x</Event><a>&x;</a></xml>")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(seal("{\"MsgType\":").send().status()).isEqualTo(400);
        assertThat(push.body("").send().status()).isEqualTo(400);
        assertThat(push.body("x".repeat(64 * 1024 + 1)).send().status()).isEqualTo(413);
        assertThat(push.body("x".repeat(10_000_000)).send().status()).isEqualTo(413);
        for (String type : List.of(
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=b",
                "nonsense")) {
            assertThat(phones.server()
                            .send("POST", ADDRESS + "?msg_signature=x", new byte[3000], type)
                            .status())
                    .as(type)
                    .isBetween(400, 499);
        }
        assertThat(phones.server()
                        .post("/wechat/mini-program/" + OTHER_APP, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(phones.server()
                        .post("/wechat/official-account/" + SandboxSettings.MINI_PROGRAM_APP_ID, "{}")
                        .status())
                .isEqualTo(404);
        assertThat(phones.server()
                        .get(ADDRESS + "?signature=x&timestamp=%25zz&nonce=1&echostr=hello")
                        .status())
                .isEqualTo(403);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void neverSaysSuccessBeforeItIsStored() {
        InboundLog log = new InboundLog(rows, cipher, json, clock, away(), bell);
        Lock mini = new Lock(
                SandboxSettings.MINI_PROGRAM_APP_ID,
                SandboxSettings.MINI_PROGRAM_TOKEN,
                SandboxSettings.MINI_PROGRAM_AES_KEY,
                null,
                null,
                null);
        Lock official = new Lock(OTHER_APP, "AAAAA", "A".repeat(43), null, null, null);
        CallbackGate gate =
                new CallbackGate(new GateProperties(official, mini), answers(log), clock, new SimpleMeterRegistry());
        SealedPush push = seal(event("away"));
        CallbackGate.Answer answer = gate.receive(
                Door.MINI_PROGRAM,
                SandboxSettings.MINI_PROGRAM_APP_ID,
                CallbackQuery.parse(push.query()),
                push.body().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.verdict().status()).isEqualTo(503);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void takesTheOldTokenAndKeyWhileTheyAreChanged() {
        InboundLog log = new InboundLog(rows, cipher, json, clock, away(), bell);
        Lock changing = new Lock(
                SandboxSettings.MINI_PROGRAM_APP_ID,
                "newToken",
                "B".repeat(43),
                null,
                SandboxSettings.MINI_PROGRAM_TOKEN,
                SandboxSettings.MINI_PROGRAM_AES_KEY);
        Lock changed = new Lock(SandboxSettings.MINI_PROGRAM_APP_ID, "newToken", "B".repeat(43), null, null, null);
        SealedPush push = seal(event("rotation"));
        // "Not stored" is what comes after every check was passed.
        assertThat(verdict(changing, log, push)).isEqualTo(Verdict.NOT_STORED);
        assertThat(verdict(changed, log, push)).isEqualTo(Verdict.BAD_SIGNATURE);
    }

    @Test
    void keepsWhatPeopleWriteSealed() {
        String words = "楼上漏水三天了 " + UUID.randomUUID();
        seal("{\"FromUserName\":\"o\",\"CreateTime\":1764000000,\"MsgType\":\"text\",\"MsgId\":\"%s\",\"Content\":\"%s\"}"
                        .formatted(UUID.randomUUID(), words))
                .send()
                .expect(200);
        byte[] body = sql.queryForObject("SELECT body FROM wechat_inbound ORDER BY id DESC LIMIT 1", byte[].class);
        assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("漏水", "Content");
    }

    private PassiveAnswers answers(InboundLog log) {
        return new PassiveAnswers(log, replies, bell, looks, settings, clock);
    }

    private Verdict verdict(Lock mini, InboundLog log, SealedPush push) {
        Lock official = new Lock(OTHER_APP, "AAAAA", "A".repeat(43), null, null, null);
        return new CallbackGate(new GateProperties(official, mini), answers(log), clock, new SimpleMeterRegistry())
                .receive(
                        Door.MINI_PROGRAM,
                        mini.appId(),
                        CallbackQuery.parse(push.query()),
                        push.body().getBytes(StandardCharsets.UTF_8))
                .verdict();
    }

    /** A letterbox whose database nobody answers for. */
    private static Letterbox away() {
        HikariConfig nobody = new HikariConfig();
        nobody.setJdbcUrl("jdbc:mysql://127.0.0.1:1/away");
        nobody.setConnectionTimeout(250);
        nobody.setInitializationFailTimeout(-1);
        return new Letterbox(new HikariDataSource(nobody), new StoreProperties(Duration.ofSeconds(4), 1, 1));
    }

    /** Without what phones of other tests still send. */
    private long stored() {
        Long count = sql.queryForObject("""
                SELECT COUNT(*) FROM wechat_inbound
                WHERE door = 'MINI_PROGRAM' AND kind <> 'text' AND kind NOT LIKE 'event.subscribe%'""", Long.class);
        return count == null ? 0 : count;
    }

    private static String event(String what) {
        return "{\"ToUserName\":\"gh\",\"FromUserName\":\"o\",\"CreateTime\":1764000000,\"MsgType\":\"event\",\"Event\":\"x\",\"what\":\"%s %s\"}"
                .formatted(what, UUID.randomUUID());
    }

    private static String flipped(String text, Random random) {
        int at = random.nextInt(text.length() - 4);
        char c = text.charAt(at);
        return text.substring(0, at) + (c == 'a' ? 'b' : 'a') + text.substring(at + 1);
    }

    private SealedPush seal(String message) {
        return seal(message, SandboxSettings.MINI_PROGRAM_APP_ID, clock.instant());
    }

    private SealedPush seal(String message, String appId) {
        return seal(message, appId, clock.instant());
    }

    private SealedPush seal(String message, Instant at) {
        return seal(message, SandboxSettings.MINI_PROGRAM_APP_ID, at);
    }

    private SealedPush seal(String message, String appId, Instant at) {
        return SealedPush.of(phones.server(), message, appId, at);
    }
}
