package cn.gridbell.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.gridbell.grid.GridId;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the row, without a database. */
class RequestTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofDays(1));
    private static final StaffId MEMBER = new StaffId(1);
    private static final StaffId OTHER = new StaffId(2);
    private static final Assignee OTHER_HOLDS = Assignee.of(OTHER);

    @Test
    void goesStraightToItsHolderWithADeadlineTheTimerWatches() {
        Request request = fresh(Colour.GREEN);

        assertThat(request.status()).isEqualTo(RequestStatus.ASSIGNED);
        assertThat(request.holder()).isEqualTo(MEMBER);
        assertThat(request.isOverdueForTimer(DUE.minusNanos(1000))).isFalse();
        assertThat(request.isOverdueForTimer(DUE)).isTrue();
    }

    @Test
    void whoAcceptsHoldsIt() {
        Request request = fresh(Colour.GREEN);

        request.accept(Assignee.of(OTHER), true, NOW);

        assertThat(request.status()).isEqualTo(RequestStatus.HANDLING);
        assertThat(request.holder()).isEqualTo(OTHER);
    }

    @Test
    void refusesToBeAcceptedTwice() {
        Request request = fresh(Colour.GREEN);
        request.accept(Assignee.of(MEMBER), true, NOW);

        assertThatExceptionOfType(RequestAlreadyMoved.class)
                .isThrownBy(() -> request.accept(Assignee.of(OTHER), true, NOW));
        assertThat(request.holder()).isEqualTo(MEMBER);
    }

    @Test
    void refusesToBeAnsweredBeforeItIsAccepted() {
        assertThatExceptionOfType(RequestAlreadyMoved.class)
                .isThrownBy(() -> fresh(Colour.GREEN).answer(MEMBER, Closure.SOLVED, "好了", NOW));
    }

    @Test
    void anAnswerStopsTheTimer() {
        Request request = answered(Colour.GREEN);

        assertThat(request.isOverdueForTimer(DUE.plus(Duration.ofDays(99)))).isFalse();
        assertThat(request.isOverdue(DUE.plus(Duration.ofDays(99)))).isFalse();
    }

    @Test
    void movesUpOneLevelAtATimeAndStaysRed() {
        Request request = fresh(Colour.GREEN);
        for (Colour level : new Colour[] {Colour.YELLOW, Colour.BLUE, Colour.RED}) {
            request.escalate(RequestMove.OVERDUE, OTHER_HOLDS, DUE, NOW);
            assertThat(request.colour()).isEqualTo(level);
            assertThat(request.status()).isEqualTo(RequestStatus.ASSIGNED);
        }

        assertThat(request.isOverdueForTimer(DUE.plus(Duration.ofDays(99)))).isFalse();
        assertThat(request.isOverdue(DUE.plus(Duration.ofDays(99)))).isTrue();
        assertThatExceptionOfType(RequestAtTop.class)
                .isThrownBy(() -> request.escalate(RequestMove.OVERDUE, OTHER_HOLDS, DUE, NOW));
    }

    @Test
    void notSolvedReopensOneLevelUp() {
        Request request = answered(Colour.GREEN);

        request.reopen(RequestMove.NOT_SOLVED, OTHER_HOLDS, DUE, NOW);
        request.judged(Solved.NO, 1);

        assertThat(request.status()).isEqualTo(RequestStatus.ASSIGNED);
        assertThat(request.colour()).isEqualTo(Colour.YELLOW);
        assertThat(request.solved()).isEqualTo(Solved.NO);
        assertThat(request.isOverdueForTimer(DUE)).isTrue();
    }

    @Test
    void neverGoesBackToWhoAnswered() {
        Request request = answered(Colour.GREEN);
        assertThatExceptionOfType(RequestAnsweredByYou.class)
                .isThrownBy(() -> request.reopen(RequestMove.NOT_SOLVED, Assignee.of(MEMBER), DUE, NOW));

        request.reopen(RequestMove.NOT_SOLVED, Assignee.of(null), DUE, NOW);
        assertThatExceptionOfType(RequestAnsweredByYou.class)
                .isThrownBy(() -> request.accept(Assignee.of(MEMBER), true, NOW));
        request.accept(Assignee.of(OTHER), true, NOW);
    }

    @Test
    void redReopenedStaysRed() {
        Request request = answered(Colour.RED);

        request.reopen(RequestMove.NOT_SOLVED, OTHER_HOLDS, DUE, NOW);

        assertThat(request.colour()).isEqualTo(Colour.RED);
        assertThat(request.isOverdueForTimer(DUE)).isFalse();
    }

    @Test
    void isRatedOnceAndOnlyWhenAnswered() {
        assertThatExceptionOfType(RequestAlreadyMoved.class)
                .isThrownBy(() -> fresh(Colour.GREEN).rate(Solved.YES, 5, NOW));
        Request request = answered(Colour.GREEN);
        request.rate(Solved.PARTLY, 3, NOW);

        assertThatExceptionOfType(RequestAlreadyMoved.class).isThrownBy(() -> request.rate(Solved.YES, 5, NOW));
        assertThatExceptionOfType(RequestAlreadyMoved.class)
                .isThrownBy(() -> request.reopen(RequestMove.NOT_SOLVED, OTHER_HOLDS, DUE, NOW));
    }

    @Test
    void anAnsweredRequestCannotBeWithdrawn() {
        Request request = fresh(Colour.GREEN);
        request.make(RequestMove.WITHDRAW, NOW);

        assertThat(request.status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(request.isOverdueForTimer(DUE)).isFalse();
        assertThatExceptionOfType(RequestAlreadyMoved.class)
                .isThrownBy(() -> answered(Colour.GREEN).make(RequestMove.WITHDRAW, NOW));
    }

    private static Request answered(Colour colour) {
        Request request = fresh(colour);
        request.accept(Assignee.of(MEMBER), true, NOW);
        request.answer(MEMBER, Closure.SOLVED, "好了", NOW);
        return request;
    }

    private static Request fresh(Colour colour) {
        RequestDraft draft = new RequestDraft(
                new ResidentId(7),
                null,
                false,
                RequestSource.SNAPSHOT,
                category(colour),
                "吵",
                null,
                null,
                new GridId(3));
        return Request.begun(RequestStatus.ASSIGNED, "HL20261124-000001", draft, Assignee.of(MEMBER), DUE, NOW);
    }

    static RequestCategory category(Colour first) {
        return new RequestCategory(
                "NOISE",
                "ORDER",
                "噪音扰民",
                List.of(),
                false,
                first,
                new RequestCategory.Hours(7, 14, 21, 35),
                RequestCategory.Habits.PLAIN,
                List.of(),
                List.of(),
                1);
    }
}
