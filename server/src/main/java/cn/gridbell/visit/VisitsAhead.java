package cn.gridbell.visit;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.staff.Deputies;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import cn.gridbell.visit.opening.Cells;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Visits before the door, and what can become of them if their member cannot go: kept, moved to somebody else, other times, called off. All
 * methods belong inside the transaction of the change that needs them.
 */
@Component
public class VisitsAhead {

    private final AheadMapper ahead;
    private final VisitStore store;
    private final VisitHolds holds;
    private final VisitOpenings openings;
    private final VisitParties parties;
    private final Deputies deputies;

    VisitsAhead(
            AheadMapper ahead,
            VisitStore store,
            VisitHolds holds,
            VisitOpenings openings,
            VisitParties parties,
            Deputies deputies) {
        this.ahead = ahead;
        this.store = store;
        this.holds = holds;
        this.openings = openings;
        this.parties = parties;
        this.deputies = deputies;
    }

    /** Nobody takes time of the member on these days until the transaction ends. Its first statement. */
    public void queueFor(StaffId member, LocalDate first, LocalDate last) {
        holds.queueForDays(member, first, last);
    }

    /** Gives back the walks that reach into a span. */
    public void freeWalks(StaffId member, Cells span) {
        holds.freeWalks(member, span);
    }

    /** Those of a member that are to come, soonest first. */
    public List<VisitAhead> of(StaffId member) {
        return ahead.of(member.value(), store.now()).stream().map(this::line).toList();
    }

    /** Those of everybody, by id. */
    public List<VisitId> everybodys(long after, int most) {
        return ahead.everybodys(after, store.now(), most).stream()
                .map(VisitId::new)
                .toList();
    }

    /** Those for which nobody was free, where the caller serves. */
    public List<VisitAhead> unplaced(Caller caller) {
        return ahead.allUnplaced(store.now()).stream()
                .filter(visit -> parties.leads(visit, caller))
                .map(this::line)
                .toList();
    }

    public String whyUnplaced(VisitId id) {
        return ahead.whyUnplaced(id.value());
    }

    /**
     * The member named goes instead; both sides read why.
     *
     * @throws MemberNotOfGrid 422 if they are neither a deputy nor of the grid
     * @throws TimeHeld 409 if they are busy then
     */
    public void moveTo(VisitId id, StaffId named, String why) {
        Visit visit = store.require(id);
        boolean inChain = deputies.chainFor(visit.member(), visit.grid()).stream()
                .anyMatch(deputy -> deputy.id().equals(named));
        if (!inChain) {
            parties.requireMemberFor(visit, named);
        }
        if (!offer(visit, named, why)) {
            throw new TimeHeld();
        }
    }

    /**
     * The first of the deputies who is free goes instead. If nobody is, the visit keeps its time and its door, and whoever leads there is asked
     * to decide.
     *
     * @return whether somebody was free
     */
    public boolean moveAlong(VisitId id, String why) {
        Visit visit = store.require(id);
        for (StaffView deputy : deputies.chainFor(visit.member(), visit.grid())) {
            if (offer(visit, deputy.id(), why)) {
                return true;
            }
        }
        if (!ahead.isUnplaced(id.value())) {
            holds.freeMember(visit);
            ahead.unplaced(id.value(), visit.member().value(), why, store.now());
            parties.leadOf(visit)
                    .ifPresent(lead -> store.announce(
                            visit,
                            (which, resident, member, turn, at) -> new VisitUnplaced(which, lead.id(), turn, at)));
        }
        return false;
    }

    /** Moves the visit on if its member does not serve its door any more: the member left, or the grid was redrawn. @return whether it did not */
    public boolean answeredFor(VisitId id) {
        Visit visit = store.require(id);
        HouseholdView door = parties.door(visit);
        if (!door.grid().equals(visit.grid())) {
            ahead.answerIn(id.value(), door.grid().value());
        }
        return parties.serves(visit.member(), door.grid())
                || ahead.isUnplaced(id.value())
                || deputies.chainFor(visit.member(), door.grid()).isEmpty();
    }

    /**
     * Nothing is agreed on that nobody has time for: where nobody was free, the member may be by now, and takes it again.
     *
     * @throws NobodyToSend 409 if the member is still away or busy then
     */
    void secure(Visit visit) {
        if (holds.holdsOfMember(visit)) {
            return;
        }
        holds.queueFor(visit.member(), List.of(visit.start()));
        if (openings.away(visit.member(), List.of(visit.cells()))) {
            throw new NobodyToSend();
        }
        try {
            holds.takeAgain(visit);
        } catch (CellTaken e) {
            throw new NobodyToSend();
        }
        ahead.placed(visit.id().value());
    }

    /** @throws TimeHeld 409 @throws OpeningNotOffered 422 */
    public void propose(VisitId id, List<Instant> starts, String why) {
        propose(store.require(id), starts, why);
    }

    /** All times are held until the resident picks one, the time before is given back. @throws TimeHeld 409 @throws OpeningNotOffered 422 */
    void propose(Visit visit, List<Instant> starts, @Nullable String why) {
        List<Cells> times =
                starts.stream().distinct().sorted().map(openings::requireAhead).toList();
        holds.checkApart(visit.member(), times);
        holds.queueFor(visit.member(), starts);
        visit.propose(openings.answerBy(times.get(0).start()), why);
        store.write(visit);
        holds.free(visit);
        try {
            times.forEach(time -> holds.take(visit, time));
        } catch (CellTaken e) {
            throw new TimeHeld();
        }
        store.propose(visit, times);
        store.announce(visit, VisitProposed::new);
    }

    /** The staff call it off; the resident is told. */
    public void cancel(VisitId id, String why) {
        Visit visit = store.require(id);
        visit.cancel(VisitSide.MEMBER, why);
        store.write(visit);
        holds.free(visit);
        store.announce(
                visit,
                (which, resident, member, turn, at) -> new VisitCancelled(which, resident, member, false, turn, at));
    }

    /** @return false if the member is away or busy then; nothing is changed */
    private boolean offer(Visit visit, StaffId to, String why) {
        List<Cells> times = timesOf(visit);
        holds.queueFor(to, times.stream().map(Cells::start).toList());
        if (openings.away(to, times) || !holds.handOver(visit, to, times)) {
            return false;
        }
        StaffId former = visit.member();
        visit.handTo(to, why);
        store.write(visit);
        store.announce(
                visit,
                (which, resident, member, turn, at) -> new VisitReassigned(which, resident, member, former, turn, at));
        return true;
    }

    /** The time agreed on, or those the resident may choose from. */
    List<Cells> timesOf(Visit visit) {
        if (visit.status() != VisitStatus.PROPOSED) {
            return List.of(visit.cells());
        }
        int count = visit.cells().count();
        return store.proposalsOf(visit).stream()
                .map(start -> Cells.from(start, count))
                .toList();
    }

    private VisitAhead line(Visit visit) {
        return new VisitAhead(
                visit.id(),
                visit.number(),
                visit.status(),
                visit.status().words(),
                visit.purpose().words(),
                visit.start(),
                visit.end(),
                timesOf(visit),
                holds.laneOf(visit));
    }
}
