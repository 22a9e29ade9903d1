package cn.gridbell.visit;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Who holds which time. A visit holds its cells and the walk after it from its member, and its cells from its door, under primary keys: two
 * visits at one time cannot be written, whatever ran before. All methods belong inside the transaction of the step that needs them.
 */
@Component
class VisitHolds {

    private final VisitCellMapper cells;
    private final int bufferCells;
    private final int capacity;

    VisitHolds(VisitCellMapper cells, VisitProperties properties) {
        this.cells = cells;
        this.bufferCells = properties.bufferCells();
        this.capacity = properties.capacity();
    }

    /**
     * Queues up for the member's days, in order. The first statement of a step that will take time of the member, after the idempotency key:
     * those who want the same day then wait here instead of deadlocking among the cells.
     */
    void queueFor(StaffId member, Collection<Instant> starts) {
        Set<LocalDate> days = starts.stream().map(WorkCalendar::dayOf).collect(Collectors.toCollection(TreeSet::new));
        for (LocalDate day : days) {
            if (cells.lockDay(member.value(), day) == null) {
                cells.makeDay(member.value(), day);
            }
        }
    }

    /** @throws CellTaken if the member or the door is busy; the caller must let the transaction fail */
    void take(Visit visit, Cells time) {
        takeOfMember(visit.member(), visit, time);
        try {
            cells.takeOfHousehold(
                    visit.household().value(), time.numbers(), visit.id().value());
        } catch (DuplicateKeyException e) {
            throw CellTaken.ofHousehold();
        }
    }

    /** Gives back everything the visit holds. */
    void free(Visit visit) {
        cells.freeMember(visit.id().value());
        cells.freeHousehold(visit.id().value());
    }

    /** Gives back what the visit holds beside its own time. */
    void keepOnly(Visit visit) {
        Cells time = visit.cells();
        cells.freeMemberBeside(visit.id().value(), time.first(), withWalk(time).last());
        cells.freeHouseholdBeside(visit.id().value(), time.first(), time.last());
    }

    /** Moves the visit's time from its former member to the one it now has; the door stays held. @throws CellTaken if that one is busy */
    void handOver(Visit visit) {
        cells.freeMember(visit.id().value());
        takeOfMember(visit.member(), visit, visit.cells());
    }

    /** What cannot be booked between two instants at most 31 days apart. */
    Busy busy(StaffId member, HouseholdId household, Instant from, Instant until) {
        long first = Cells.numberOf(from);
        long last = Cells.numberOf(until) + bufferCells;
        Set<VisitCellMapper.HeldCell> held = new HashSet<>(cells.heldOfMember(member.value(), first, last));
        Set<Long> door = new HashSet<>(cells.heldOfHousehold(household.value(), first, last));
        return time -> time.numbers().stream().anyMatch(door::contains)
                || IntStream.range(0, capacity).noneMatch(lane -> withWalk(time).numbers().stream()
                        .noneMatch(cell -> held.contains(new VisitCellMapper.HeldCell(cell, lane))));
    }

    /** Whether a time is held by somebody. */
    interface Busy {
        boolean at(Cells time);
    }

    /** A visit and the walk after it. */
    Cells withWalk(Cells visit) {
        return new Cells(visit.first(), visit.count() + bufferCells);
    }

    private void takeOfMember(StaffId member, Visit visit, Cells time) {
        for (int lane = 0; lane < capacity; lane++) {
            try {
                cells.takeOfMember(
                        member.value(),
                        withWalk(time).numbers(),
                        lane,
                        visit.id().value());
                return;
            } catch (DuplicateKeyException e) {
                // this lane is held: InnoDB undid the statement alone, so the next lane can be tried
            }
        }
        throw CellTaken.ofMember();
    }
}
