package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.WechatApp;
import cn.gridbell.wechat.WechatPersonId;
import cn.gridbell.wechat.WechatReceiptArrived;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the courier does with one message, seen through the queue, the inbox and the phone. */
class CourierTest {

    private static final WechatPersonId PHONE = MessageRoom.phoneOf(FakeNews.RESIDENT.value());
    private static final String RECEIVED = "MP-REQUEST-RECEIVED-00000000000000000000000";

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
        room.news.request(1, RequestStatus.ASSIGNED);
    }

    private void submit() {
        room.announce(new RequestSubmitted(new RequestId(1), FakeNews.RESIDENT, 1, room.clock.instant()));
    }

    @Test
    void sendsATemplateMessageToWhoFollows() {
        room.wechat.reaches(PHONE, true, true);
        submit();

        room.work();

        FakeWechat.Heard call = room.wechat.heard().get(0);
        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(call.channel()).isEqualTo(Channel.TEMPLATE);
        assertThat(call.message().templateId()).isEqualTo("OA-REQUEST-RECEIVED-00000000000000000000000");
        assertThat(call.message().fields())
                .isEqualTo(Map.of(
                        "character_string1", "R20261124001",
                        "thing2", "楼道照明损坏",
                        "phrase3", "已交办",
                        "thing4", "网格员 王敏",
                        "time5", "2026年11月26日 09:30"));
        assertThat(room.row()).containsEntry("status", "SENT").containsEntry("attempts", 1);
        assertThat(room.row().get("text"))
                .isEqualTo("您反映的“楼道照明损坏”已登记，编号R20261124001，由网格员 王敏负责，最迟2026年11月26日 09:30给您答复。");
    }

    @Test
    void spendsAConsentOnWhoDoesNotFollow() {
        room.wechat.reaches(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 2);
        submit();

        room.work();

        assertThat(room.wechat.heard()).extracting(FakeWechat.Heard::channel).containsExactly(Channel.SUBSCRIBE);
        assertThat(room.consents.remaining(PHONE, RECEIVED)).isEqualTo(1);
        assertThat(room.count("message_consent_entry WHERE choice = 'SPENT' AND message_id IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void leavesWhoCannotBeReachedToAPersonWithTheTextInTheInbox() {
        room.wechat.reaches(PHONE, false, true);
        submit();

        room.work();

        assertThat(room.wechat.heard()).isEmpty();
        assertThat(room.status()).isEqualTo("COULD_NOT_TELL");
        assertThat(room.row().get("text")).isNotNull();
    }

    @Test
    void triesALastingRefusalOnceAndTakesTheNextChannel() {
        room.wechat.reaches(PHONE, true, true);
        room.accept(PHONE, RECEIVED, 1);
        room.wechat.answers(call -> call.channel() == Channel.TEMPLATE
                ? new cn.gridbell.wechat.SendAnswer(Verdict.LASTING, null, 43004)
                : room.wechat.accept(call));
        submit();

        room.work();

        assertThat(room.wechat.heard())
                .extracting(FakeWechat.Heard::channel)
                .containsExactly(Channel.TEMPLATE, Channel.SUBSCRIBE);
        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void setsTheConsentsToZeroWhenWechatKnowsOfNone() {
        room.wechat.reaches(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 5);
        room.wechat.answers(Verdict.LASTING, 43101);
        submit();

        room.work();

        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(room.consents.remaining(PHONE, RECEIVED)).isZero();
        assertThat(room.row()).containsEntry("status", "COULD_NOT_TELL");
        assertThat(room.sql.queryForObject("SELECT SUM(delta) FROM message_consent_entry", Integer.class))
                .isZero();
    }

    @Test
    void waitsLongerAfterEachFailureAndGivesTheConsentBack() {
        room.wechat.reaches(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 1);
        room.wechat.answers(Verdict.AGAIN, -1);
        submit();
        room.work();
        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(room.consents.remaining(PHONE, RECEIVED)).isEqualTo(1);

        room.pass(Duration.ofMinutes(5));
        assertThat(room.wechat.heard()).hasSize(2);
        room.wechat.accepts();
        room.pass(Duration.ofMinutes(5));

        assertThat(room.wechat.heard()).hasSize(3);
        assertThat(room.status()).isEqualTo("SENT");
        assertThat(room.consents.remaining(PHONE, RECEIVED)).isZero();
    }

    @Test
    void givesUpAfterManyTriesAndStartsAgainWhenAskedTo() {
        room.wechat.reaches(PHONE, true, false);
        room.wechat.answers(Verdict.AGAIN, -1);
        submit();
        for (int i = 0; i < 20 && !room.statuses().contains("DEAD"); i++) {
            room.pass(Duration.ofMinutes(5));
        }
        assertThat(room.status()).isEqualTo("DEAD");
        assertThat(room.wechat.heard()).hasSizeBetween(8, 12);

        room.wechat.accepts();
        Instant now = room.clock.instant();
        MessageMapper messages = room.context.getBean(MessageMapper.class);
        long id = room.id();
        assertThat(room.transaction.<Integer>execute(open -> messages.redrive(id, now, now.plusSeconds(600))))
                .isEqualTo(1);
        room.pass(Duration.ofSeconds(40));

        assertThat(room.status()).isEqualTo("SENT");
        assertThat(room.transaction.<Integer>execute(open -> messages.redrive(id, now, now)))
                .isZero();
    }

    @Test
    void outlivesAnOutageOfTenMinutes() {
        room.wechat.reaches(PHONE, true, false);
        room.wechat.answers(Verdict.AGAIN, -99);
        submit();
        for (int second = 0; second < 600; second += 10) {
            room.pass(Duration.ofSeconds(10));
        }
        assertThat(room.status()).isEqualTo("QUEUED");

        room.wechat.accepts();
        room.pass(Duration.ofMinutes(4));

        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void doesNotRepeatASubscribeMessageWhoseAnswerWasLost() {
        room.wechat.reaches(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 3);
        room.wechat.answers(Verdict.UNKNOWN, -99);
        submit();

        room.work();
        room.wechat.accepts();
        room.pass(Duration.ofMinutes(20));

        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(room.status()).isEqualTo("UNKNOWN");
        assertThat(room.consents.remaining(PHONE, RECEIVED)).isEqualTo(2);
    }

    @Test
    void repeatsATemplateMessageWhoseAnswerWasLostUnderTheSameId() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.answers(Verdict.UNKNOWN, -99);
        submit();
        room.work();
        room.wechat.accepts();

        room.pass(Duration.ofMinutes(1));

        List<String> ids = room.wechat.heard().stream()
                .map(call -> call.message().clientMsgId())
                .distinct()
                .toList();
        assertThat(room.wechat.heard()).hasSize(2);
        assertThat(ids).hasSize(1);
        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void leavesALostAnswerAloneOnceWechatHasForgottenItsIdAndNoReceiptSaysMore() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.answers(Verdict.UNKNOWN, -99);
        submit();
        room.work();

        room.pass(Duration.ofMinutes(11));
        assertThat(room.status()).isEqualTo("QUEUED");
        room.pass(Duration.ofHours(2));

        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(room.status()).isEqualTo("UNKNOWN");
    }

    @Test
    void sendsAnewWhatWechatMadeNoReceiptForWhileItMadeOnesForOthers() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.answers(Verdict.UNKNOWN, -99);
        submit();
        room.work();
        room.wechat.accepts();
        room.clock.advance(Duration.ofMinutes(12));
        receiptOfSomebodyElse();

        room.work();

        assertThat(room.wechat.heard()).hasSize(2);
        assertThat(room.wechat.heard().get(0).message().clientMsgId())
                .isNotEqualTo(room.wechat.heard().get(1).message().clientMsgId());
        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void takesNoReceiptThatWasMadeBeforeTheCallForASign() {
        room.wechat.reaches(PHONE, true, true);
        receiptOfSomebodyElse();
        room.wechat.answers(Verdict.UNKNOWN, -99);
        submit();
        room.work();
        room.wechat.accepts();

        room.pass(Duration.ofMinutes(12));

        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(room.status()).isEqualTo("QUEUED");
    }

    private void receiptOfSomebodyElse() {
        room.announce(new WechatReceiptArrived(
                WechatApp.OFFICIAL_ACCOUNT,
                MessageRoom.phoneOf(4711),
                "4999999999999999998",
                WechatReceiptArrived.Result.DELIVERED,
                room.clock.instant()));
    }

    @Test
    void parksWhatIsOverTheQuotaUntilMidnightInBeijing() {
        room.wechat.reaches(PHONE, true, false);
        room.wechat.answers(Verdict.QUOTA, 45009);
        submit();
        room.news.request(2, RequestStatus.ASSIGNED);
        room.announce(new RequestSubmitted(new RequestId(2), FakeNews.RESIDENT, 1, room.clock.instant()));

        room.work();
        room.pass(Duration.ofHours(14));
        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(room.statuses()).containsExactly("QUEUED", "QUEUED");

        room.wechat.accepts();
        room.clock.moveTo(Instant.parse("2026-11-24T16:00:25Z"));
        room.work();
        assertThat(room.statuses()).containsExactly("SENT", "SENT");
    }

    /** WeChat's clock may be behind ours, or the call was begun before midnight. */
    @Test
    void aQuotaUsedUpInTheFirstMinutesOfADayIsYesterdays() {
        room.clock.moveTo(Instant.parse("2026-11-24T16:00:05Z"));
        room.wechat.reaches(PHONE, true, false);
        room.wechat.answers(Verdict.QUOTA, 45009);
        submit();
        room.work();
        assertThat(room.statuses()).containsExactly("QUEUED");

        room.wechat.accepts();
        room.pass(Duration.ofMinutes(5));
        assertThat(room.statuses()).containsExactly("SENT");
    }
}
