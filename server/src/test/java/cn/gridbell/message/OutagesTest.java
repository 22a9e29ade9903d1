package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.WechatApp;
import cn.gridbell.wechat.WechatReceiptArrived;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WeChat's bad days: what is put in doubt, what is left alone, and how fast it goes on afterwards. */
class OutagesTest {

    private static final int MESSAGES = 60;

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
        room.news.request(1, RequestStatus.ASSIGNED);
        for (int i = 0; i < MESSAGES; i++) {
            room.wechat.reaches(MessageRoom.phoneOf(5000 + i), true, false);
            room.announce(new RequestSubmitted(new RequestId(1), new ResidentId(5000 + i), 1, room.clock.instant()));
        }
    }

    private void wait(Duration time) {
        for (long second = 0; second < time.toSeconds(); second += 10) {
            room.pass(Duration.ofSeconds(10));
        }
    }

    @Test
    void callsNobodyWhileWechatDoesNotAnswerAndAsksForItWithAHarmlessCall() {
        room.wechat.answers(Verdict.UNKNOWN, -99);
        room.wechat.isAway(true);

        room.work();
        wait(Duration.ofMinutes(5));

        assertThat(room.wechat.heard()).hasSize(5); // gridbell.message.channel.breaker.failures
        assertThat(room.wechat.probes()).isBetween(10, 40);
        assertThat(room.count("message WHERE unsure")).isEqualTo(5);
    }

    @Test
    void sendsAllOnceWithinFiveMinutesAfterTenMinutesOfSilence() {
        room.wechat.answers(Verdict.UNKNOWN, -99);
        room.wechat.isAway(true);
        room.work();
        wait(Duration.ofMinutes(10));

        room.wechat.accepts();
        room.wechat.isAway(false);
        wait(Duration.ofMinutes(2));
        receipts();
        wait(Duration.ofMinutes(3));

        assertThat(room.count("message WHERE status IN ('SENT', 'DELIVERED')")).isEqualTo(MESSAGES);
        assertThat(room.wechat.heard()).hasSize(MESSAGES + 5); // those in doubt were called twice, ten minutes apart
    }

    @Test
    void letsOneMessageGoAheadWhenOnlyTheSendingFails() {
        room.wechat.answers(Verdict.UNKNOWN, -99); // the harmless call is answered all the time

        room.work();
        wait(Duration.ofMinutes(2));

        assertThat(room.wechat.heard()).hasSizeBetween(6, 30);
        room.wechat.accepts();
        wait(Duration.ofMinutes(2));
        assertThat(room.count("message WHERE status = 'SENT'")).isEqualTo(MESSAGES);
    }

    @Test
    void keepsWhatIsLeftOfTheDayForUrgentMessages() {
        room.sql.update(
                "UPDATE message_channel SET quota_day = '2026-11-24', taken = 90000 WHERE channel = 'TEMPLATE'");
        room.clock.advance(Duration.ofSeconds(2));

        assertThat(room.channels.shutUntil(Channel.TEMPLATE, false)).isEqualTo("2026-11-24T16:00:00Z");
        assertThat(room.channels.shutUntil(Channel.TEMPLATE, true)).isNull();
        room.work();
        assertThat(room.wechat.heard()).isEmpty();
        assertThat(room.count("message WHERE status = 'QUEUED' AND due_at >= '2026-11-24 16:00:00'"))
                .isEqualTo(MESSAGES);
    }

    private void receipts() {
        room.sql
                .queryForList("SELECT wechat_msg_id FROM message WHERE status = 'SENT'", String.class)
                .forEach(id -> room.announce(new WechatReceiptArrived(
                        WechatApp.OFFICIAL_ACCOUNT,
                        MessageRoom.phoneOf(1),
                        id,
                        WechatReceiptArrived.Result.DELIVERED,
                        room.clock.instant())));
    }
}
