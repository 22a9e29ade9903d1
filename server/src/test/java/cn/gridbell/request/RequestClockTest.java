package cn.gridbell.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random histories on a moved clock: whatever happens to a request, its clock neither stops nor starts again. */
class RequestClockTest {

    private static final int HISTORIES = 5_000;
    private static final Instant START = Instant.parse("2026-11-24T01:30:00Z");
    /** The only moves that may touch the deadline, and only forward. */
    private static final Set<RequestMove> MOVE_THE_DEADLINE = EnumSet.of(
            RequestMove.GRANT_EXTENSION,
            RequestMove.ESCALATE,
            RequestMove.OVERDUE,
            RequestMove.NOT_SOLVED,
            RequestMove.CONTEST);

    private final WorkCalendar calendar = new WorkCalendar(year -> Map.of());

    @Test
    void neverStopsAndNeverStartsAgain() {
        int moves = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            Instant now = START;
            Request request = fresh();
            Duration before = Duration.ZERO;
            for (int step = 0; step < 30; step++) {
                Instant then = now;
                now = now.plus(Duration.ofMinutes(random.nextInt(3_000)));
                RequestMove move = one(possible(request), random);
                if (move == null) {
                    break;
                }
                Instant due = request.dueAt();
                make(request, move, random, now);
                moves++;
                String history = "history " + seed + " " + move;
                assertThat(request.submittedAt()).as(history).isEqualTo(START);
                assertThat(request.dueAt()).as(history).isAfterOrEqualTo(due);
                if (!MOVE_THE_DEADLINE.contains(move)) {
                    assertThat(request.dueAt()).as(history).isEqualTo(due);
                }
                Duration total = calendar.between(request.submittedAt(), now);
                assertThat(total).as(history).isEqualTo(before.plus(calendar.between(then, now)));
                assertThat(RequestClock.ends(request, now))
                        .as("%s: it runs while the request is open", history)
                        .isEqualTo(request.isOpen() ? now : RequestClock.ends(request, now.plusSeconds(1)));
                before = total;
                if (request.isOpen() && request.colour() != Colour.RED) {
                    assertThat(request.isOverdueForTimer(request.dueAt()))
                            .as(history)
                            .isTrue();
                }
            }
        }
        System.out.printf("COUNT clock: %d histories, %d moves, 0 stopped or started again%n", HISTORIES, moves);
        assertThat(moves).isGreaterThan(HISTORIES);
    }

    private void make(Request request, RequestMove move, Random random, Instant now) {
        Assignee other = new Assignee(
                new StaffId(100 + random.nextInt(50)), random.nextBoolean() ? new UnitId(random.nextInt(5)) : null);
        Instant later = calendar.after(request.dueAt().isAfter(now) ? request.dueAt() : now, Duration.ofHours(7));
        switch (move) {
            case ACCEPT -> request.accept(other, true, now);
            case ASSIGN, GRANT_RETURN, DECIDE_AT_MEETING -> request.giveTo(move, other, now);
            case REJECT -> request.reject("请拨打12345。", now);
            case ANSWER -> request.answer(new StaffId(7), Closure.PARTLY, "已劝阻", now);
            case GRANT_EXTENSION -> request.extend(calendar.after(request.dueAt(), Duration.ofHours(7)), now);
            case ESCALATE, OVERDUE -> request.escalate(move, other, later, now);
            case CONSENT_DOWN -> request.moveDown(request.colour().down().orElseThrow(), other, now);
            case RATE -> request.rate(Solved.YES, 5, now);
            case MERGE -> request.merge("并入另一件。", now);
            case SPLIT -> request.split(now);
            case NOT_SOLVED, CONTEST -> request.reopen(move, other, later, now);
            default -> request.make(move, now);
        }
    }

    private static List<RequestMove> possible(Request request) {
        return Arrays.stream(RequestMove.values())
                .filter(move -> move.isPossibleFrom(request.stage()))
                .filter(move ->
                        request.colour() != Colour.RED || move != RequestMove.ESCALATE && move != RequestMove.OVERDUE)
                .filter(move -> request.colour() != Colour.GREEN
                        || move != RequestMove.OFFER_DOWN && move != RequestMove.CONSENT_DOWN)
                .toList();
    }

    private static @org.jspecify.annotations.Nullable RequestMove one(List<RequestMove> moves, Random random) {
        return moves.isEmpty() ? null : moves.get(random.nextInt(moves.size()));
    }

    private static Request fresh() {
        RequestDraft draft = new RequestDraft(
                new ResidentId(7),
                null,
                false,
                RequestSource.SNAPSHOT,
                RequestTest.category(Colour.GREEN),
                "吵",
                null,
                null,
                new GridId(3));
        return Request.begun(
                RequestStatus.ASSIGNED,
                "HL20261124-000001",
                draft,
                Assignee.of(new StaffId(1)),
                START.plus(Duration.ofDays(1)),
                START);
    }
}
