package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.wechat.CheckAnswer.Verdict;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import dev.gridbell.testing.People;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Words are judged by WeChat together with who wrote them. */
@GridbellTest
class ContentAskingTest {

    private final ContentChecks checks;
    private final Wechat wechat;
    private final People people;
    private final MutableClock clock;
    private final TransactionTemplate transaction;

    @Autowired
    ContentAskingTest(
            ContentChecks checks, Wechat wechat, People people, MutableClock clock, TransactionTemplate transaction) {
        this.checks = checks;
        this.wechat = wechat;
        this.people = people;
        this.clock = clock;
        this.transaction = transaction;
    }

    @AfterEach
    void weatherClears() {
        people.sandbox().delete("/sandbox/faults").expect(200);
    }

    @Test
    void theWorstPieceCounts() {
        WechatPersonId person = somebody();
        assertThat(checks.text(person, "路灯坏了").verdict()).isEqualTo(Verdict.PASS);
        assertThat(checks.text(person, "曝光他们").verdict()).isEqualTo(Verdict.REVIEW);
        String innocent = "路灯坏了。".repeat(520);
        assertThat(checks.text(person, innocent).verdict()).isEqualTo(Verdict.PASS);
        assertThat(checks.text(person, innocent + "曝光" + innocent + "赌博").verdict())
                .isEqualTo(Verdict.RISKY);
        String acrossTheCut = "灯".repeat(WxJavaContentChecks.LONGEST_PIECE - 1) + "赌博" + "灯".repeat(500);
        assertThat(checks.text(person, acrossTheCut).verdict()).isEqualTo(Verdict.RISKY);
    }

    @Test
    void whoWasAwayForTwoHoursCannotBeChecked() {
        WechatPersonId person = somebody();
        clock.advance(Duration.ofHours(3));
        people.sandbox()
                .put("/sandbox/clock", Map.of("offsetSeconds", clock.offset().toSeconds()))
                .expect(200);
        assertThat(checks.text(person, "路灯坏了").verdict()).isEqualTo(Verdict.CANNOT);
        assertThat(checks.text(new WechatPersonId(987_654_321), "路灯坏了").verdict())
                .isEqualTo(Verdict.CANNOT);
    }

    @Test
    void aBusyOrAbsentWechatIsAskedAgain() {
        WechatPersonId person = somebody();
        for (String kind : new String[] {"errcode", "http502", "reset", "emptyBody"}) {
            people.sandbox()
                    .put("/sandbox/faults", Map.of("endpoint", "/wxa/msg_sec_check", "kind", kind, "count", 1))
                    .expect(200);
            assertThat(checks.text(person, "路灯坏了").verdict()).as(kind).isEqualTo(Verdict.AGAIN);
        }
    }

    @Test
    void isNeverAskedInsideATransaction() {
        WechatPersonId person = somebody();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> checks.text(person, "路灯坏了")))
                .isInstanceOf(IllegalStateException.class);
    }

    private WechatPersonId somebody() {
        String code = people.newcomer().phone("login-code", null).at("/code");
        return wechat.signIn(code);
    }
}
