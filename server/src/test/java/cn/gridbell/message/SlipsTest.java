package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.request.RequestAnswered;
import cn.gridbell.request.RequestAssigned;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.visit.VisitCancelled;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitReassigned;
import cn.gridbell.visit.VisitStatus;
import cn.gridbell.visit.VisitTimeChosen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class SlipsTest {

    private MessageRoom room;

    @BeforeEach
    void open() {
        room = MessageRoom.fresh();
    }

    @Test
    void writesOneMessageForOneFactAndPerson() {
        var fact = new RequestSubmitted(new RequestId(1), FakeNews.RESIDENT, 1, room.clock.instant());

        room.announce(fact);
        room.announce(fact);

        assertThat(room.count("message")).isEqualTo(1);
    }

    @Test
    void tellsTwoTurnsOfAKindApart() {
        room.announce(new RequestAnswered(new RequestId(1), FakeNews.RESIDENT, 3, room.clock.instant()));
        room.announce(new RequestAnswered(new RequestId(1), FakeNews.RESIDENT, 7, room.clock.instant()));

        assertThat(room.count("message WHERE scene = 'REQUEST_ANSWERED'")).isEqualTo(2);
    }

    @Test
    void writesNothingForAFactThatDidNotHappenAfterAll() {
        var fact = new RequestSubmitted(new RequestId(1), FakeNews.RESIDENT, 1, room.clock.instant());

        room.transaction.executeWithoutResult(open -> {
            room.context.publishEvent(fact);
            open.setRollbackOnly();
        });

        assertThat(room.count("message")).isZero();
    }

    @Test
    void refusesAFactOutsideATransaction() {
        var fact = new RequestSubmitted(new RequestId(1), FakeNews.RESIDENT, 1, room.clock.instant());

        assertThatThrownBy(() -> room.context.publishEvent(fact)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void tellsNobodyWhereNobodyIsKnownToHaveReported() {
        room.announce(new RequestSubmitted(new RequestId(1), null, 1, room.clock.instant()));

        assertThat(room.count("message")).isZero();
    }

    @Test
    void tellsTheHolderOfAnAssignmentAndTheOtherSideOfACancellation() {
        room.announce(new RequestAssigned(new RequestId(1), FakeNews.MEMBER, 2, room.clock.instant()));
        room.announce(
                new VisitCancelled(new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, true, 2, room.clock.instant()));
        room.announce(
                new VisitCancelled(new VisitId(3), FakeNews.RESIDENT, FakeNews.MEMBER, false, 2, room.clock.instant()));

        assertThat(room.sql.queryForList("SELECT person_kind FROM message ORDER BY id", String.class))
                .isEqualTo(List.of("STAFF", "STAFF", "RESIDENT"));
        assertThat(room.sql.queryForList("SELECT scene FROM message ORDER BY id", String.class))
                .isEqualTo(List.of("REQUEST_ASSIGNED", "VISIT_CALLED_OFF", "VISIT_CANCELLED"));
    }

    @Test
    void tellsTheMemberWhichOfTheirTimesTheResidentPicked() {
        room.announce(new VisitTimeChosen(new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, 3, room.clock.instant()));

        assertThat(room.sql.queryForList("SELECT CONCAT(person_kind, ' ', scene) FROM message", String.class))
                .containsExactly("STAFF VISIT_TASK");
    }

    @Test
    void tellsBothSidesThatAnotherMemberGoes() {
        room.news.visit(2, VisitStatus.CONFIRMED);
        room.announce(new VisitReassigned(new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, 3, room.clock.instant()));

        room.work();

        assertThat(room.sql.queryForList(
                        "SELECT CONCAT(person_kind, ' ', scene) FROM message WHERE not_before = created_at ORDER BY id",
                        String.class))
                .startsWith("STAFF VISIT_TASK", "RESIDENT VISIT_REASSIGNED");
        assertThat(room.sql.queryForList("SELECT text FROM message WHERE text IS NOT NULL", String.class))
                .allSatisfy(text -> assertThat(text).contains("网格员 王敏"));
    }

    @Test
    void saysWhoComesToAnUnansweredTimeWithTheAnswer() {
        room.news.visit(2, VisitStatus.REQUESTED);
        room.announce(new VisitReassigned(new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, 3, room.clock.instant()));

        room.work();

        assertThat(room.sql.queryForList(
                        "SELECT scene FROM message WHERE status <> 'SUPERSEDED' AND not_before = created_at ORDER BY id",
                        String.class))
                .containsExactly("VISIT_TASK");
    }
}
