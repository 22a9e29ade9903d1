package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.WechatApp;
import cn.gridbell.wechat.WechatPersonId;
import cn.gridbell.wechat.WechatReceiptArrived;
import cn.gridbell.wechat.WechatReceiptArrived.Result;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts in every order. */
class ReceiptsTest {

    private static final WechatPersonId PHONE = MessageRoom.phoneOf(FakeNews.RESIDENT.value());
    private static final String RECEIVED = "MP-REQUEST-RECEIVED-00000000000000000000000";

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
        room.news.request(1, RequestStatus.ASSIGNED);
        room.announce(new RequestSubmitted(new RequestId(1), FakeNews.RESIDENT, 1, room.clock.instant()));
    }

    private void receipt(WechatApp app, String msgId, Result result) {
        room.announce(new WechatReceiptArrived(app, PHONE, msgId, result, room.clock.instant()));
    }

    private String sentId() {
        return String.valueOf(room.row().get("wechat_msg_id"));
    }

    @Test
    void marksWhatArrived() {
        room.wechat.reaches(PHONE, true, true);
        room.work();

        receipt(WechatApp.OFFICIAL_ACCOUNT, sentId(), Result.DELIVERED);
        receipt(WechatApp.OFFICIAL_ACCOUNT, sentId(), Result.DELIVERED);

        assertThat(room.status()).isEqualTo("DELIVERED");
        assertThat(room.count("message_receipt")).isEqualTo(1);
    }

    @Test
    void understandsAReceiptThatIsFasterThanTheAnswer() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.answers(call -> {
            SendAnswer answer = room.wechat.accept(call);
            receipt(WechatApp.OFFICIAL_ACCOUNT, String.valueOf(answer.msgId()), Result.DELIVERED);
            return answer;
        });

        room.work();

        assertThat(room.status()).isEqualTo("DELIVERED");
    }

    @Test
    void takesTheNextChannelWhenThePersonBlocksTheAccount() {
        room.wechat.reaches(PHONE, true, true);
        room.accept(PHONE, RECEIVED, 1);
        room.work();

        receipt(WechatApp.OFFICIAL_ACCOUNT, sentId(), Result.BLOCKED_BY_PERSON);
        room.work();

        assertThat(room.wechat.heard())
                .extracting(FakeWechat.Heard::channel)
                .containsExactly(Channel.TEMPLATE, Channel.SUBSCRIBE);
    }

    @Test
    void leavesABlockedPersonWithoutConsentToSomebodyWhoCalls() {
        room.wechat.reaches(PHONE, true, true);
        room.work();

        receipt(WechatApp.OFFICIAL_ACCOUNT, sentId(), Result.BLOCKED_BY_PERSON);
        room.work();

        assertThat(room.status()).isEqualTo("COULD_NOT_TELL");
    }

    @Test
    void learnsFromALateReceiptThatALostAnswerWasAYes() {
        room.wechat.reaches(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 1);
        room.wechat.answers(Verdict.UNKNOWN, -99);
        room.work();
        assertThat(room.status()).isEqualTo("UNKNOWN");

        room.pass(Duration.ofMinutes(3));
        receipt(WechatApp.MINI_PROGRAM, "4999999999999999999", Result.DELIVERED);

        assertThat(room.status()).isEqualTo("DELIVERED");
    }

    /** The first never reached WeChat and is no longer true; the second did, and its answer was lost. @return WeChat's id for the second */
    private String secondOfTwoWhoseAnswersWereLost() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.answers(Verdict.UNKNOWN, -99);
        room.work();
        room.news.request(1, RequestStatus.ANSWERED);
        room.pass(Duration.ofMinutes(1));
        AtomicReference<String> taken = new AtomicReference<>("");
        room.wechat.answers(call -> {
            taken.set(String.valueOf(room.wechat.accept(call).msgId()));
            return new SendAnswer(Verdict.UNKNOWN, null, -99);
        });
        room.news.request(2, RequestStatus.ASSIGNED);
        room.announce(new RequestSubmitted(new RequestId(2), FakeNews.RESIDENT, 1, room.clock.instant()));
        room.work();
        assertThat(room.statuses()).containsExactly("UNKNOWN", "QUEUED");
        return String.valueOf(taken.get());
    }

    @Test
    void doesNotTakeTheReceiptOfALaterMessageForOneThatNobodyWasGiven() {
        String msgId = secondOfTwoWhoseAnswersWereLost();

        receipt(WechatApp.OFFICIAL_ACCOUNT, msgId, Result.DELIVERED);

        assertThat(room.statuses()).containsExactly("UNKNOWN", "QUEUED");
        room.wechat.answers(call -> new SendAnswer(Verdict.ACCEPTED, msgId, 0)); // the same client_msg_id again
        room.pass(Duration.ofMinutes(1));
        assertThat(room.statuses()).containsExactly("UNKNOWN", "DELIVERED");
    }

    @Test
    void learnsFromAReceiptThatATryThatIsToBeRepeatedWasAYes() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.answers(Verdict.UNKNOWN, -99);
        room.work();
        assertThat(room.status()).isEqualTo("QUEUED");

        receipt(WechatApp.OFFICIAL_ACCOUNT, "4999999999999999998", Result.DELIVERED);

        assertThat(room.status()).isEqualTo("DELIVERED");
    }

    @Test
    void doesNotSendAgainUnderAnotherIdWhatAReceiptOfUnknownOriginMayBeFor() {
        receipt(WechatApp.OFFICIAL_ACCOUNT, secondOfTwoWhoseAnswersWereLost(), Result.DELIVERED);
        room.wechat.answers(Verdict.AGAIN, -1);
        int calls = room.wechat.heard().size();
        room.clock.advance(Duration.ofMinutes(11));
        room.announce(new WechatReceiptArrived(
                WechatApp.OFFICIAL_ACCOUNT,
                MessageRoom.phoneOf(FakeNews.MEMBER.value()),
                "4999999999999999997",
                Result.DELIVERED,
                room.clock.instant()));
        room.wechat.accepts();

        room.pass(Duration.ofMinutes(11));

        assertThat(room.wechat.heard()).hasSize(calls);
        assertThat(room.statuses()).containsExactly("UNKNOWN", "UNKNOWN");
    }

    @Test
    void leavesAReceiptItCannotMatchAlone() {
        room.wechat.reaches(PHONE, true, true);
        room.work();

        receipt(WechatApp.OFFICIAL_ACCOUNT, "1", Result.FAILED);
        receipt(WechatApp.MINI_PROGRAM, sentId(), Result.FAILED);

        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void endsTheWaitForAReceiptThatNeverComesAndStillTakesALateOne() {
        room.wechat.reaches(PHONE, true, true);
        room.work();
        Confirmations confirmations = room.context.getBean(Confirmations.class);
        room.clock.advance(Duration.ofHours(23));
        assertThat(confirmations.close()).isZero();
        room.clock.advance(Duration.ofHours(2));

        assertThat(confirmations.close()).isEqualTo(1);
        assertThat(room.status()).isEqualTo("UNCONFIRMED");
        receipt(WechatApp.OFFICIAL_ACCOUNT, sentId(), Result.DELIVERED);

        assertThat(room.status()).isEqualTo("DELIVERED");
    }
}
