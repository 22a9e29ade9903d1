package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.request.CoordinationOpened;
import cn.gridbell.request.RequestAnswered;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.visit.VisitCancelled;
import cn.gridbell.visit.VisitConfirmed;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitStatus;
import cn.gridbell.wechat.SendAnswer.Verdict;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too late, no longer true or not its turn. */
class MessageOrderTest {

    private static final WechatPersonId PHONE = MessageRoom.phoneOf(FakeNews.RESIDENT.value());

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
    void sendsNothingAfterItsTime() {
        room.wechat.reaches(PHONE, true, true);
        room.news.visit(5, VisitStatus.CONFIRMED);
        room.announce(new VisitConfirmed(new VisitId(5), FakeNews.RESIDENT, FakeNews.MEMBER, 2, room.clock.instant()));
        submit();

        room.pass(Duration.ofDays(4));

        assertThat(room.wechat.heard()).isEmpty();
        assertThat(room.statuses()).containsExactly("EXPIRED", "EXPIRED");
        assertThat(room.count("message WHERE text IS NOT NULL AND not_before = created_at"))
                .isEqualTo(2);
    }

    @Test
    void neverConfirmsWhatIsCancelled() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.answers(Verdict.AGAIN, -1);
        room.news.visit(5, VisitStatus.CONFIRMED);
        room.announce(new VisitConfirmed(new VisitId(5), FakeNews.RESIDENT, FakeNews.MEMBER, 2, room.clock.instant()));
        room.work();
        room.news.visit(5, VisitStatus.CANCELLED);
        room.announce(
                new VisitCancelled(new VisitId(5), FakeNews.RESIDENT, FakeNews.MEMBER, false, 3, room.clock.instant()));
        room.wechat.accepts();

        room.pass(Duration.ofMinutes(5));

        assertThat(room.statuses()).containsExactly("SUPERSEDED", "SENT");
        assertThat(room.wechat
                        .heard()
                        .get(room.wechat.heard().size() - 1)
                        .message()
                        .fields())
                .containsEntry("phrase3", "已取消");
    }

    @Test
    void keepsTheOrderOfOneSubjectAndPerson() {
        room.wechat.reaches(PHONE, true, true);
        room.wechat.answers(Verdict.AGAIN, -1);
        submit();
        room.work();
        room.announce(new RequestAnswered(new RequestId(1), FakeNews.RESIDENT, 4, room.clock.instant()));

        room.work();

        assertThat(room.wechat.heard()).hasSize(1);
        room.news.request(1, RequestStatus.ANSWERED);
        room.wechat.accepts();
        room.pass(Duration.ofMinutes(5));
        assertThat(room.statuses()).containsExactly("SUPERSEDED", "SENT");
    }

    @Test
    void dropsWhatIsAboutNothingAnyMore() {
        room.announce(new RequestSubmitted(new RequestId(99), FakeNews.RESIDENT, 1, room.clock.instant()));

        room.work();

        assertThat(room.status()).isEqualTo("GONE");
    }

    @Test
    void callsNobodyToATableThatIsClosed() {
        room.wechat.reaches(PHONE, true, true);
        room.news.isCoordinated(true);
        room.announce(new CoordinationOpened(new RequestId(1), List.of(), FakeNews.RESIDENT, 2, room.clock.instant()));
        room.work();
        assertThat(room.status()).isEqualTo("SENT");

        room.wechat.answers(Verdict.AGAIN, -1);
        room.announce(new CoordinationOpened(new RequestId(1), List.of(), FakeNews.RESIDENT, 3, room.clock.instant()));
        room.work();
        room.news.isCoordinated(false);
        room.wechat.answers(Verdict.ACCEPTED, -1);
        room.pass(Duration.ofMinutes(10));

        assertThat(room.statuses()).containsExactly("SENT", "SUPERSEDED");
    }
}
