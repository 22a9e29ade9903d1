package cn.gridbell.visit;

import cn.gridbell.request.RequestId;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Cells;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Visits as they stand, written by compare-and-swap, each change announced in its own transaction. */
@Component
class VisitStore {

    private final VisitMapper visits;
    private final ApplicationEventPublisher events;
    private final VisitProperties properties;
    private final Clock clock;

    VisitStore(VisitMapper visits, ApplicationEventPublisher events, VisitProperties properties, Clock clock) {
        this.visits = visits;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** How long before the start of a visit a member may set out. */
    Duration departureLead() {
        return properties.departureLead();
    }

    Instant now() {
        return clock.instant();
    }

    /** @throws VisitNotFound 404 */
    Visit require(VisitId id) {
        Visit visit = visits.find(id.value());
        if (visit == null) {
            throw new VisitNotFound();
        }
        return visit;
    }

    void add(Visit visit) {
        visits.insert(visit);
    }

    /** @throws VisitAlreadyMoved 409 if somebody else took a step meanwhile; says where the visit stands now */
    void write(Visit visit) {
        if (visits.move(visit) != 1) {
            throw new VisitAlreadyMoved(require(visit.id()).status());
        }
        visit.written();
    }

    /** Tells the other rooms, which write what they need into the same transaction. */
    void announce(Visit visit, Fact fact) {
        events.publishEvent(fact.of(visit.id(), visit.resident(), visit.member(), visit.version(), now()));
    }

    /** The constructor of a fact about a visit. */
    interface Fact {
        Object of(VisitId visit, ResidentId resident, StaffId member, int turn, Instant at);
    }

    /** @return false once {@code most} codes were tried at this door */
    boolean countDoorTry(VisitId id, int most) {
        return visits.countDoorTry(id.value(), most) == 1;
    }

    void propose(Visit visit, Collection<Cells> times) {
        visits.deleteProposals(visit.id().value());
        times.forEach(time -> visits.insertProposal(visit.id().value(), time.start()));
    }

    List<Instant> proposalsOf(Visit visit) {
        return visits.proposals(visit.id().value());
    }

    void addNeed(Visit visit, RequestId request) {
        visits.insertNeed(visit.id().value(), request.value());
    }

    /** Visits whose answer is overdue, longest first. */
    List<VisitId> unanswered(int most) {
        return visits.unanswered(now(), most).stream().map(VisitId::new).toList();
    }
}
