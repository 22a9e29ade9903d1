package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.wording.Scene;
import cn.gridbell.message.wording.Topic;
import cn.gridbell.request.RequestAccepted;
import cn.gridbell.request.RequestAnswered;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.visit.VisitCancelled;
import cn.gridbell.visit.VisitConfirmed;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitStatus;
import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which way a message takes, and what it does not spend. */
class RoutesTest {

    private static final WechatPersonId PHONE = MessageRoom.phoneOf(FakeNews.RESIDENT.value());
    private static final WechatPersonId MEMBER = MessageRoom.phoneOf(FakeNews.MEMBER.value());
    private static final String RECEIVED = "MP-REQUEST-RECEIVED-00000000000000000000000";
    private static final String ANSWERED = "MP-REQUEST-ANSWERED-00000000000000000000000";
    private static final String CANCELLED = "MP-VISIT-CANCELLED-000000000000000000000000";

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
        room.news.request(1, RequestStatus.ASSIGNED);
    }

    private Instant now() {
        return room.clock.instant();
    }

    private void submitted() {
        room.announce(new RequestSubmitted(new RequestId(1), FakeNews.RESIDENT, 1, now()));
    }

    private void answered() {
        room.news.request(1, RequestStatus.ANSWERED);
        room.announce(new RequestAnswered(new RequestId(1), FakeNews.RESIDENT, 4, now()));
    }

    private void cancelled() {
        room.news.visit(5, VisitStatus.CANCELLED);
        room.announce(new VisitCancelled(new VisitId(5), FakeNews.RESIDENT, FakeNews.MEMBER, false, 3, now()));
    }

    private List<Channel> ways() {
        return room.wechat.heard().stream().map(FakeWechat.Heard::channel).toList();
    }

    private static SendAnswer refused(Verdict verdict, int code) {
        return new SendAnswer(verdict, null, code);
    }

    @Test
    void writesIntoTheChatWhereNothingElseIsOpen() {
        room.wechat.reachesInChat(PHONE, false, true);
        submitted();

        room.work();

        assertThat(ways()).containsExactly(Channel.CHAT);
        assertThat(room.wechat.heard().get(0).message().fields().get("text"))
                .startsWith("诉求已登记\n您反映的“楼道照明损坏”已登记，编号R20261124001");
        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void prefersAConsentToTheChatAndATemplateMessageToBoth() {
        room.wechat.reachesInChat(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 1);
        submitted();
        room.work();
        room.wechat.reachesInChat(PHONE, true, true);
        answered();

        room.work();

        assertThat(ways()).containsExactly(Channel.SUBSCRIBE, Channel.TEMPLATE);
    }

    @Test
    void neverUsesTheChatForAMinorMatterAndAsksNobodyToTelephone() {
        room.wechat.reachesInChat(PHONE, false, true);
        room.news.request(1, RequestStatus.HANDLING);
        room.announce(new RequestAccepted(new RequestId(1), FakeNews.RESIDENT, 2, now()));

        room.work();

        assertThat(ways()).isEmpty();
        assertThat(room.status()).isEqualTo("INBOX_ONLY");
        assertThat(room.row().get("text")).isNotNull();
    }

    @Test
    void leavesTheLastConsentToAWeightierMessageOfTheSameTemplate() {
        room.wechat.reaches(PHONE, false, true);
        room.accept(PHONE, RECEIVED, 1);
        room.news.request(1, RequestStatus.HANDLING);
        room.announce(new RequestAccepted(new RequestId(1), FakeNews.RESIDENT, 2, now()));
        room.work();
        assertThat(room.status()).isEqualTo("INBOX_ONLY");
        assertThat(room.consents.remaining(PHONE, RECEIVED)).isEqualTo(1);

        room.accept(PHONE, RECEIVED, 1);
        room.announce(new RequestAccepted(new RequestId(1), FakeNews.RESIDENT, 3, now()));
        room.work();

        assertThat(ways()).containsExactly(Channel.SUBSCRIBE);
        assertThat(room.consents.remaining(PHONE, RECEIVED)).isEqualTo(1);
    }

    @Test
    void letsWhatCanWaitWaitForItsBestWayInsteadOfSpendingAConsent() {
        room.wechat.reaches(PHONE, true, true);
        room.accept(PHONE, ANSWERED, 1);
        room.wechat.answers(call -> refused(Verdict.QUOTA, 45009));
        answered();

        room.work();

        assertThat(ways()).containsExactly(Channel.TEMPLATE);
        assertThat(room.statusOf(Scene.REQUEST_ANSWERED)).isEqualTo("QUEUED");
        assertThat(room.consents.remaining(PHONE, ANSWERED)).isEqualTo(1);
        assertThat(room.count("message WHERE due_at >= '2026-11-24 16:00:00'")).isPositive();
    }

    @Test
    void sendsWhatIsUrgentByTheNextWayWhenTheBestIsUsedUp() {
        room.wechat.reaches(PHONE, true, true);
        room.accept(PHONE, CANCELLED, 1);
        room.wechat.answers(
                call -> call.channel() == Channel.TEMPLATE ? refused(Verdict.QUOTA, 45009) : room.wechat.accept(call));
        cancelled();

        room.work();

        assertThat(ways()).containsExactly(Channel.TEMPLATE, Channel.SUBSCRIBE);
        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void goesOnAtOnceWhenSomebodySaysTheQuotaWasRaised() {
        room.wechat.reaches(PHONE, true, false);
        room.wechat.answers(Verdict.QUOTA, 45009);
        submitted();
        room.work();
        room.wechat.accepts();
        room.pass(Duration.ofMinutes(5));
        assertThat(room.status()).isEqualTo("QUEUED");

        room.channels.reopen(Channel.TEMPLATE);
        room.transaction.executeWithoutResult(
                open -> room.context.getBean(MessageMapper.class).bringForward(now()));
        room.work();

        assertThat(room.status()).isEqualTo("SENT");
    }

    @Test
    void tellsNobodyWhatTheyDoNotWantToHearAndKeepsItInTheInbox() {
        room.wechat.reaches(PHONE, true, true);
        room.transaction.executeWithoutResult(
                open -> room.sql.update("INSERT INTO message_preference VALUES (7, 'PROGRESS', FALSE, NOW(6))"));
        submitted();
        answered();

        room.work();

        assertThat(room.statusOf(Scene.REQUEST_RECEIVED)).isEqualTo("SUPERSEDED");
        assertThat(room.preferences.wants(FakeNews.RESIDENT, Topic.ARRANGEMENTS))
                .isTrue();
        room.news.request(1, RequestStatus.ASSIGNED);
        room.announce(new RequestSubmitted(new RequestId(1), FakeNews.RESIDENT, 9, now()));
        room.work();
        assertThat(room.count("message WHERE status = 'MUTED' AND text IS NOT NULL"))
                .isEqualTo(1);
        assertThat(ways()).containsExactly(Channel.TEMPLATE);
    }

    @Test
    void keepsTheReasonWhenNobodyCanBeReachedAndTellsWhoAnswersForTheMatter() {
        room.wechat.reaches(PHONE, true, false);
        room.wechat.reaches(MEMBER, true, false);
        room.wechat.answers(
                call -> call.person().equals(PHONE) ? refused(Verdict.LASTING, 43004) : room.wechat.accept(call));
        submitted();

        room.work();

        assertThat(room.row()).containsEntry("status", "COULD_NOT_TELL").containsEntry("error_code", 43004);
        assertThat(room.count("message WHERE scene = 'PERSON_NOT_TOLD' AND person_kind = 'STAFF' AND status = 'SENT'"))
                .isEqualTo(1);
    }

    @Test
    void remindsBothSidesOnceTheEveningBeforeAndTwoHoursBeforeAlsoAfterAnHourDown() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.reaches(MEMBER, true, true);
        room.news.visit(5, VisitStatus.CONFIRMED);
        room.announce(new VisitConfirmed(new VisitId(5), FakeNews.RESIDENT, FakeNews.MEMBER, 2, now()));
        room.work();
        assertThat(room.wechat.heard()).hasSize(1);

        room.clock.moveTo(Instant.parse("2026-11-25T12:00:00Z")); // an hour after seven in the evening
        room.work();
        room.work();
        assertThat(room.wechat.heard()).hasSize(3);

        room.clock.moveTo(FakeNews.START.minus(Duration.ofMinutes(110)));
        room.work();
        assertThat(room.wechat.heard()).hasSize(5);
        assertThat(room.count("message WHERE status <> 'SENT'")).isZero();
    }

    @Test
    void doesNotRemindOfATimeThatIsNoLongerTheVisits() {
        room.wechat.reaches(PHONE, true, true);
        room.news.visit(5, VisitStatus.CONFIRMED);
        room.announce(new VisitConfirmed(new VisitId(5), FakeNews.RESIDENT, FakeNews.MEMBER, 2, now()));
        room.work();
        room.news.movesVisitsBy(Duration.ofDays(1));

        room.clock.moveTo(Instant.parse("2026-11-25T12:00:00Z"));
        room.work();

        assertThat(room.statusOf(Scene.VISIT_REMINDER)).isEqualTo("SUPERSEDED");
    }

    @Test
    void aPlannedReminderStandsInNobodysWay() {
        room.wechat.reaches(PHONE, true, true);
        room.news.visit(5, VisitStatus.CONFIRMED);
        room.announce(new VisitConfirmed(new VisitId(5), FakeNews.RESIDENT, FakeNews.MEMBER, 2, now()));
        room.work();
        cancelled();

        room.work();

        assertThat(room.statusOf(Scene.VISIT_CANCELLED)).isEqualTo("SENT");
        room.clock.moveTo(FakeNews.START.minus(Duration.ofMinutes(90)));
        room.work();
        assertThat(room.statusOf(Scene.VISIT_SOON)).isEqualTo("SUPERSEDED");
    }
}
