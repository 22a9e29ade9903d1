package cn.gridbell.message;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import cn.gridbell.request.RequestAnswered;
import cn.gridbell.request.RequestAssigned;
import cn.gridbell.request.RequestChased;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.request.RequestWithdrawn;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.VisitCancelled;
import cn.gridbell.visit.VisitDeparted;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitReassigned;
import cn.gridbell.visit.VisitStatus;
import cn.gridbell.visit.VisitTimeChosen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class SlipsTest {

    private static final StaffId FORMER = new StaffId(71);

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
    void tellsTheAnswerToEverybodyWhoFollowsIt() {
        room.news.isFollowedBy(new ResidentId(8));
        room.news.isFollowedBy(new ResidentId(9));

        room.announce(new RequestAnswered(new RequestId(1), FakeNews.RESIDENT, 3, room.clock.instant()));

        assertThat(room.count("message WHERE scene = 'REQUEST_ANSWERED'")).isEqualTo(3);
        assertThat(room.count("message WHERE scene = 'RATING_INVITED'")).isEqualTo(3);
    }

    @Test
    void whoOnlySupportsARequestIsNotToldThatTheyReportedIt() {
        room.news.request(1, RequestStatus.ANSWERED);
        room.news.isFollowedBy(new ResidentId(8));
        room.news.cameAlong(new ResidentId(9));

        room.announce(new RequestAnswered(new RequestId(1), FakeNews.RESIDENT, 3, room.clock.instant()));
        room.work();

        assertThat(room.sql.queryForList(
                        "SELECT CONCAT(person_id, LEFT(text, 4)) FROM message WHERE scene = 'REQUEST_ANSWERED' ORDER BY person_id",
                        String.class))
                .containsExactly("7您反映的", "8您关注的", "9您反映的");
    }

    @Test
    void aChaseReachesHolderAndLeadOnceEach() {
        StaffId lead = new StaffId(71);
        room.announce(new RequestChased(new RequestId(1), FakeNews.MEMBER, lead, 1, room.clock.instant()));
        room.announce(new RequestChased(new RequestId(1), lead, lead, 2, room.clock.instant()));

        assertThat(room.count("message WHERE scene = 'REQUEST_CHASED'")).isEqualTo(3);
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
    void tellsBothSidesWhichOfTheTimesTheResidentPicked() {
        room.news.visit(2, VisitStatus.CONFIRMED);
        room.news.becauseOf("当天有会");
        room.announce(new VisitTimeChosen(new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, 3, room.clock.instant()));

        assertThat(room.sql.queryForList(
                        "SELECT CONCAT(person_kind, ' ', scene) FROM message ORDER BY id", String.class))
                .startsWith("RESIDENT VISIT_MOVED", "STAFF VISIT_TASK");
        room.work();
        assertThat(room.sql.queryForObject("SELECT text FROM message WHERE scene = 'VISIT_MOVED'", String.class))
                .contains("改到2026年11月26日", "原因：当天有会", "网格员 王敏");
    }

    @Test
    void tellsTheResidentWhoIsOnTheWayAndWhenToExpectThem() {
        room.news.visit(2, VisitStatus.CONFIRMED);
        room.news.membersAreExpectedAt(FakeNews.START);
        room.announce(new VisitDeparted(new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, 3, room.clock.instant()));

        room.work();

        assertThat(room.sql.queryForList("SELECT text FROM message WHERE urgent", String.class))
                .singleElement(as(STRING))
                .startsWith("网格员 王敏（工号HL001）已出发，预计2026年11月26日 ");
    }

    @Test
    void saysNothingOfAMemberWhoDoesNotComeAnyMore() {
        room.news.visit(2, VisitStatus.CANCELLED);
        room.news.membersAreExpectedAt(FakeNews.START);
        room.announce(new VisitDeparted(new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, 3, room.clock.instant()));

        room.work();

        assertThat(room.sql.queryForList("SELECT status FROM message", String.class))
                .containsExactly("SUPERSEDED");
    }

    @Test
    void tellsTheHolderThatARequestWasTakenBack() {
        room.news.request(1, RequestStatus.WITHDRAWN);
        room.announce(new RequestWithdrawn(new RequestId(1), FakeNews.MEMBER, 4, room.clock.instant()));
        room.announce(new RequestWithdrawn(new RequestId(3), null, 4, room.clock.instant()));

        room.work();

        assertThat(room.sql.queryForList("SELECT CONCAT(person_kind, person_id, ' ', text) FROM message", String.class))
                .singleElement(as(STRING))
                .startsWith("STAFF70 ")
                .contains("已由居民撤回");
    }

    @Test
    void tellsBothSidesThatAnotherMemberGoes() {
        room.news.visit(2, VisitStatus.CONFIRMED);
        room.news.becauseOf("网格员请假");
        room.announce(new VisitReassigned(
                new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, FORMER, 3, room.clock.instant()));

        room.work();

        assertThat(room.sql.queryForList(
                        "SELECT CONCAT(person_kind, ' ', scene) FROM message WHERE not_before = created_at ORDER BY id",
                        String.class))
                .startsWith("STAFF VISIT_TASK", "RESIDENT VISIT_REASSIGNED", "STAFF VISIT_TASK_GONE");
        assertThat(room.sql.queryForList("SELECT text FROM message WHERE text IS NOT NULL", String.class))
                .allSatisfy(text -> assertThat(text).contains("网格员 王敏"));
        assertThat(room.sql.queryForList(
                        "SELECT text FROM message WHERE scene IN ('VISIT_REASSIGNED', 'VISIT_TASK_GONE')",
                        String.class))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("原因：网格员请假"));
    }

    @Test
    void saysWhoComesToAnUnansweredTimeWithTheAnswer() {
        room.news.visit(2, VisitStatus.REQUESTED);
        room.announce(new VisitReassigned(
                new VisitId(2), FakeNews.RESIDENT, FakeNews.MEMBER, FORMER, 3, room.clock.instant()));

        room.work();

        assertThat(room.sql.queryForList(
                        "SELECT scene FROM message WHERE status <> 'SUPERSEDED' AND not_before = created_at ORDER BY id",
                        String.class))
                .containsExactly("VISIT_TASK", "VISIT_TASK_GONE");
    }
}
