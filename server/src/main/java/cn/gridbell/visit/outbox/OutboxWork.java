package cn.gridbell.visit.outbox;

import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.CheckIn;
import cn.gridbell.visit.DoorReports;
import cn.gridbell.visit.RecordOutcome;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.coverage.Knocks;
import cn.gridbell.visit.coverage.ReportKnock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What each kind of written-down action does. */
@Component
class OutboxWork {

    private static final CheckIn OWN_WORD = new CheckIn(null, null, null, null);

    private final DoorReports doors;
    private final Knocks knocks;

    OutboxWork(DoorReports doors, Knocks knocks) {
        this.doors = doors;
        this.knocks = knocks;
    }

    /**
     * The step to be done inside a transaction; what must count whatever comes of it has been done on return.
     *
     * @return what says false if it rests on something that has not arrived
     */
    BooleanSupplier step(StaffId member, OutboxItem item, Instant at) {
        switch (item.kind()) {
            case CHECK_IN -> {
                CheckIn body = item.checkIn() == null ? OWN_WORD : item.checkIn();
                Supplier<Boolean> checkIn = doors.checkIn(member, visitOf(item), body, at);
                return checkIn::get;
            }
            case OUTCOME -> {
                RecordOutcome outcome = Objects.requireNonNull(item.outcome());
                return () -> doors.outcome(member, visitOf(item), outcome, at);
            }
            case NEED -> {
                RecordOutcome.FoundNeed need = Objects.requireNonNull(item.need());
                return () -> doors.need(member, visitOf(item), need);
            }
            case KNOCK -> {
                ReportKnock knock = Objects.requireNonNull(item.knock());
                return () -> {
                    knocks.reportAt(member, knock, at);
                    return true;
                };
            }
        }
        throw new IllegalStateException("no such kind");
    }

    private static VisitId visitOf(OutboxItem item) {
        return Objects.requireNonNull(item.visitId());
    }
}
