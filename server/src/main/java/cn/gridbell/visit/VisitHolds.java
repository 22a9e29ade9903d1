package cn.gridbell.visit;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.opening.MemberHours;
import cn.gridbell.visit.opening.Timetables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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

    /** The longest visit and the longest walk, in cells: how far one that begins within a span can reach out of it. */
    private static final int VISIT_AND_WALK = 24;

    private final VisitCellMapper cells;
    private final Timetables timetables;

    VisitHolds(VisitCellMapper cells, Timetables timetables) {
        this.cells = cells;
        this.timetables = timetables;
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

    /** The same for every day from one to another, for whoever changes when the member can be booked at all. */
    void queueForDays(StaffId member, LocalDate first, LocalDate last) {
        cells.makeDays(member.value(), first.datesUntil(last.plusDays(1)).toList());
    }

    /** Gives back the walks that reach into a span: who is away afterwards walks to no next door. */
    void freeWalks(StaffId member, Cells span) {
        cells.freeWalks(member.value(), span.first(), span.last());
    }

    /** In which of the member's lanes the visit is, the highest if there are several. */
    int laneOf(Visit visit) {
        return cells.highestLane(visit.id().value());
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
        cells.freeMemberBeside(
                visit.id().value(), time.first(), withWalk(visit.member(), time).last());
        cells.freeHouseholdBeside(visit.id().value(), time.first(), time.last());
    }

    /**
     * Moves what the visit holds to another member if they are free.
     *
     * @return false if they are not; the visit holds what it held
     */
    boolean handOver(Visit visit, StaffId to, List<Cells> times) {
        List<VisitCellMapper.OwnCell> own = cells.ownOf(visit.id().value());
        cells.freeMember(visit.id().value());
        try {
            times.forEach(time -> takeOfMember(to, visit, time));
            return true;
        } catch (CellTaken e) {
            cells.freeMember(visit.id().value());
            own.forEach(cell -> cells.takeOfMember(
                    cell.memberId(),
                    List.of(cell.cellNo()),
                    cell.lane(),
                    visit.id().value()));
            return false;
        }
    }

    /** @throws cn.gridbell.platform.InvalidInput 400 if two of the times, in order, leave no walk between them */
    void checkApart(StaffId member, List<Cells> times) {
        for (int i = 1; i < times.size(); i++) {
            if (withWalk(member, times.get(i - 1)).overlaps(times.get(i))) {
                throw InvalidInput.of("starts", "备选时间之间离得太近，请间隔45分钟以上。");
            }
        }
    }

    /** Whether the whole time agreed on is held of the member who goes. */
    boolean holdsOfMember(Visit visit) {
        Cells time = visit.cells();
        return cells.countOfMember(visit.id().value(), visit.member().value(), time.first(), time.last())
                == time.count();
    }

    /** Takes the time agreed on of the member again, after it was given back; the door held it all the while. @throws CellTaken if they are busy */
    void takeAgain(Visit visit) {
        cells.freeMember(visit.id().value());
        takeOfMember(visit.member(), visit, visit.cells());
    }

    /** Gives back the time of the member, who cannot go; the door stays held until somebody decides. */
    void freeMember(Visit visit) {
        cells.freeMember(visit.id().value());
    }

    /** What cannot be booked between two instants at most 31 days apart. */
    Busy busy(StaffId member, MemberHours.Bounds bounds, HouseholdId household, Instant from, Instant until) {
        int capacity = bounds.capacity();
        int buffer = bounds.bufferCells();
        long first = Cells.numberOf(from);
        long last = Cells.numberOf(until) + VISIT_AND_WALK;
        Set<VisitCellMapper.HeldCell> held = new HashSet<>(cells.heldOfMember(member.value(), first, last));
        Set<Long> door = new HashSet<>(cells.heldOfHousehold(household.value(), first, last));
        return time -> time.numbers().stream().anyMatch(door::contains)
                || IntStream.range(0, capacity).noneMatch(lane -> new Cells(time.first(), time.count() + buffer)
                        .numbers().stream().noneMatch(cell -> held.contains(new VisitCellMapper.HeldCell(cell, lane))));
    }

    /** Whether a time is held by somebody. */
    interface Busy {
        boolean at(Cells time);
    }

    /** A visit and the walk of this member after it. */
    Cells withWalk(StaffId member, Cells visit) {
        return withWalk(timetables.boundsOf(member), visit);
    }

    private static Cells withWalk(MemberHours.Bounds bounds, Cells visit) {
        return new Cells(visit.first(), visit.count() + bounds.bufferCells());
    }

    private void takeOfMember(StaffId member, Visit visit, Cells time) {
        MemberHours.Bounds bounds = timetables.boundsOf(member);
        List<Long> numbers = withWalk(bounds, time).numbers();
        for (int lane = 0; lane < bounds.capacity(); lane++) {
            try {
                cells.takeOfMember(member.value(), numbers, lane, visit.id().value());
                return;
            } catch (DuplicateKeyException e) {
                // this lane is held: InnoDB undid the statement alone, so the next lane can be tried
            }
        }
        throw CellTaken.ofMember();
    }
}
