package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridbell.testing.GridbellTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@GridbellTest
class SignInTest {

    @Autowired
    Wechat wechat;

    @Autowired
    WechatPeople people;

    @Autowired
    dev.gridbell.testing.People phones;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void weatherClears() {
        phones.sandbox().delete("/sandbox/faults").expect(200);
    }

    @Test
    void aCodeIsTheSamePersonEachTime() {
        String phone = phone("13911110001");
        assertThat(wechat.signIn(code(phone))).isEqualTo(wechat.signIn(code(phone)));
    }

    @Test
    void refusesACodeThatWasUsed() {
        String code = code(phone("13911110002"));
        wechat.signIn(code);
        assertThatThrownBy(() -> wechat.signIn(code)).isInstanceOf(WechatCodeInvalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "x&appid=evil&secret=z", "a#b", "好", "a/../b", "a%26"})
    void refusesCodesThatCouldChangeTheCall(String code) {
        assertThatThrownBy(() -> wechat.signIn(code)).isInstanceOf(WechatCodeInvalid.class);
        assertThatThrownBy(() -> wechat.phoneOf(code)).isInstanceOf(WechatCodeInvalid.class);
    }

    @Test
    void sixteenFirstSignInsAtOnceAreOnePerson() throws Exception {
        String phone = phone("13911110003");
        List<String> codes = IntStream.range(0, 16).mapToObj(n -> code(phone)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<WechatPersonId>> persons = threads.invokeAll(codes.stream()
                    .<Callable<WechatPersonId>>map(code -> () -> wechat.signIn(code))
                    .toList());
            WechatPersonId first = persons.get(0).get();
            for (Future<WechatPersonId> person : persons) {
                assertThat(person.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void signingInNeedsNoAccessToken() {
        fault("/cgi-bin/stable_token", "http502");
        assertThat(wechat.signIn(code(phone("13911110004"))).value()).isPositive();
    }

    @Test
    void saysThatWechatIsAwayWhateverItAnswers() {
        String phone = phone("13911110005");
        for (String kind : List.of("http502", "emptyBody", "truncatedJson", "reset", "errcode")) {
            String code = code(phone);
            fault("/sns/jscode2session", kind);
            assertThatThrownBy(() -> wechat.signIn(code)).as(kind).isInstanceOf(WechatUnavailable.class);
            weatherClears();
        }
    }

    @Test
    void readsThePhoneOfTheButton() {
        String phone = phone("13911110006");
        String code = phones.sandbox()
                .post("/sandbox/people/" + phone + "/phone-code", null)
                .at("/code");
        assertThat(wechat.phoneOf(code).digits()).isEqualTo("13911110006");
        assertThatThrownBy(() -> wechat.phoneOf(code)).isInstanceOf(WechatCodeInvalid.class);
    }

    @Test
    void isNeverCalledInsideATransaction() {
        String phone = phone("13911110007");
        String code = code(phone);
        assertThatThrownBy(() -> transaction.execute(status -> wechat.signIn(code)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoRowsOfOneUnionidBecomeOnePerson() {
        WechatPersonId follower = people.byOfficial("official-merge-1", null);
        WechatPersonId visitor = people.byMini("mini-merge-1", null);
        people.follows(follower, true, java.time.Instant.parse("2026-11-24T01:00:00Z"));
        assertThat(people.byOfficial("official-merge-1", "union-merge-1")).isEqualTo(follower);
        assertThat(people.byMini("mini-merge-1", "union-merge-1")).isEqualTo(visitor);

        assertThat(people.byOfficial("official-merge-1", "union-merge-1")).isEqualTo(visitor);
        assertThat(wechat.reachOf(visitor)).isEqualTo(new Reach(true, true, false));
        assertThat(wechat.reachOf(follower)).as("the old id still leads there").isEqualTo(new Reach(true, true, false));
    }

    private String phone(String number) {
        return phones.sandbox()
                .post("/sandbox/people", Map.of("nickname", "测试", "phone", number))
                .expect(201)
                .at("/id");
    }

    private String code(String phone) {
        return phones.sandbox()
                .post("/sandbox/people/" + phone + "/login-code", null)
                .at("/code");
    }

    private void fault(String endpoint, String kind) {
        phones.sandbox()
                .put("/sandbox/faults", Map.of("endpoint", endpoint, "kind", kind, "probability", 1))
                .expect(200);
    }
}
