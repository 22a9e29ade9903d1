package cn.gridbell.visit.opening;

import cn.gridbell.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Leave and duty. An absence holds every cell of the member that nobody else holds in its time, in all lanes, under the same primary key as visits:
 * what was let stand keeps its own. Those who change something have queued for the member's days before.
 */
@Component
public class Absences {

    /** More lanes than a member can have: a larger capacity later finds the time held. */
    private static final int LANES = 8;

    private static final int CELLS_A_STATEMENT = 1_000;

    private final AbsenceMapper absences;
    private final Clock clock;

    Absences(AbsenceMapper absences, Clock clock) {
        this.absences = absences;
        this.clock = clock;
    }

    /** Whether the member is away at some moment of a time. */
    public boolean meet(StaffId member, Cells time) {
        return !absences.between(member.value(), time.start(), time.end()).isEmpty();
    }

    /** To come or going on, soonest first. */
    public List<Absence> ahead(StaffId member) {
        return within(member, clock.instant(), Instant.parse("2038-01-01T00:00:00Z"));
    }

    /** Between two instants, soonest first. */
    public List<Absence> within(StaffId member, Instant from, Instant until) {
        return absences.between(member.value(), from, until).stream()
                .map(AbsenceRow::view)
                .toList();
    }

    /** Whose it is; empty if there is none, or it was withdrawn. */
    public Optional<StaffId> memberOf(long id) {
        return Optional.ofNullable(absences.find(id)).map(row -> new StaffId(row.memberId));
    }

    /** Notes an absence, which holds nothing yet. */
    public Absence add(StaffId member, AbsenceKind kind, Cells time, @Nullable String reason, StaffId by) {
        AbsenceRow row = new AbsenceRow();
        row.memberId = member.value();
        row.kind = kind;
        row.startAt = time.start();
        row.endAt = time.end();
        row.reason = reason;
        row.madeBy = by.value();
        row.madeAt = clock.instant();
        absences.insert(row);
        return row.view();
    }

    /** Takes all that is free in its time. @return false if somebody took a cell in between: nothing may be kept then */
    public boolean hold(StaffId member, Absence absence) {
        Cells time = absence.cells();
        try {
            for (int lane = 0; lane < LANES; lane++) {
                Set<Long> held = new HashSet<>(absences.held(member.value(), lane, time.first(), time.last()));
                List<Long> free = LongStream.rangeClosed(time.first(), time.last())
                        .filter(cell -> !held.contains(cell))
                        .boxed()
                        .toList();
                for (int from = 0; from < free.size(); from += CELLS_A_STATEMENT) {
                    absences.take(
                            member.value(),
                            free.subList(from, Math.min(free.size(), from + CELLS_A_STATEMENT)),
                            lane,
                            Long.parseLong(absence.id()));
                }
            }
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** @return false if it was withdrawn before */
    public boolean withdraw(long id, StaffId by) {
        boolean withdrawn = absences.withdraw(id, by.value(), clock.instant()) == 1;
        if (withdrawn) {
            absences.free(id);
        }
        return withdrawn;
    }
}
