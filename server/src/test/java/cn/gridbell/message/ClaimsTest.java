package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Couriers that work at once, and couriers that do not come back. */
class ClaimsTest {

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
    void sendsEachOfThreeHundredOnceWithTwoNodesAtWork() throws Exception {
        room.transaction.executeWithoutResult(open -> IntStream.range(0, 300).forEach(i -> {
            ResidentId resident = new ResidentId(5000 + i);
            room.wechat.reaches(MessageRoom.phoneOf(resident.value()), true, true);
            room.context.publishEvent(new RequestSubmitted(new RequestId(1), resident, 1, room.clock.instant()));
        }));
        Callable<Integer> node = () -> {
            int carried = 0;
            for (List<Message> batch = room.claim(10); !batch.isEmpty(); batch = room.claim(10)) {
                batch.forEach(room.courier::carry);
                carried += batch.size();
            }
            return carried;
        };

        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> work = nodes.invokeAll(List.of(node, node));
            int first = work.get(0).get();
            int second = work.get(1).get();

            assertThat(first + second).isEqualTo(300);
            assertThat(Math.min(first, second)).isGreaterThan(30);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(room.wechat.heard())
                .hasSize(300)
                .extracting(FakeWechat.Heard::person)
                .doesNotHaveDuplicates();
        assertThat(room.count("message WHERE status = 'SENT'")).isEqualTo(300);
    }

    @Test
    void takesBackWhatACourierClaimedAndNeverCalled() {
        room.wechat.reaches(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 1);
        submit();
        assertThat(room.claim(10)).hasSize(1);

        room.work();
        assertThat(room.wechat.heard()).isEmpty();
        room.pass(Duration.ofMinutes(2));

        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void doesNotRepeatASubscribeMessageOfACourierThatDiedInTheCall() {
        room.wechat.reaches(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 2);
        submit();
        diesInTheCall();

        room.pass(Duration.ofMinutes(2));

        assertThat(room.wechat.heard()).hasSize(1);
        assertThat(room.status()).isEqualTo("UNKNOWN");
    }

    @Test
    void repeatsATemplateMessageOfACourierThatDiedInTheCallUnderTheSameId() {
        room.wechat.reaches(PHONE, true, true);
        submit();
        diesInTheCall();

        room.pass(Duration.ofMinutes(2));

        assertThat(room.wechat.heard()).hasSize(2);
        assertThat(room.wechat.heard().get(0).message().clientMsgId())
                .isEqualTo(room.wechat.heard().get(1).message().clientMsgId());
        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void letsAnOldClaimWriteNothing() {
        room.wechat.reaches(PHONE, true, true);
        submit();
        Message old = room.claim(10).get(0);
        room.clock.advance(Duration.ofMinutes(2));
        room.desk.takeBackLapsed();
        Message current = room.claim(10).get(0);

        room.courier.carry(old);
        assertThat(room.wechat.heard()).isEmpty();
        assertThat(room.desk.end(
                        old,
                        Settlement.end(MessageStatus.DEAD, room.clock.instant()),
                        (cn.gridbell.message.wording.Draft) null))
                .isFalse();
        room.courier.carry(current);

        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void beginsNoCallThatWouldOutlastItsLease() {
        room.wechat.reaches(PHONE, true, true);
        submit();
        Message claimed = room.claim(10).get(0);
        room.clock.advance(Duration.ofSeconds(80));

        room.courier.carry(claimed);

        assertThat(room.wechat.heard()).isEmpty();
        assertThat(room.status()).isEqualTo("SENDING");
    }

    /** The call is made, and the node is gone before the answer is written. */
    private void diesInTheCall() {
        room.wechat.answers(call -> {
            room.clock.advance(Duration.ofMinutes(2));
            room.desk.takeBackLapsed();
            return new SendAnswer(Verdict.UNKNOWN, null, -99);
        });
        room.claim(10).forEach(room.courier::carry);
        room.wechat.accepts();
    }
}
