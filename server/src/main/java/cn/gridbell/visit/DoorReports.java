package cn.gridbell.visit;

import cn.gridbell.request.RequestId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * What a member wrote down at a door without a network, taken when it arrives. Each is told with the instant it happened; one that rests on another that
 * has not arrived says so instead of refusing.
 */
@Service
public class DoorReports {

    /** A visit at which something can still happen before anybody is at the door. */
    private static final Set<VisitStatus> BEFORE =
            EnumSet.of(VisitStatus.REQUESTED, VisitStatus.PLANNED, VisitStatus.PROPOSED, VisitStatus.CONFIRMED);

    private final VisitStore store;
    private final DoorProof proof;
    private final VisitDoor door;
    private final VisitNoShows noShows;

    DoorReports(VisitStore store, DoorProof proof, VisitDoor door, VisitNoShows noShows) {
        this.store = store;
        this.proof = proof;
        this.door = door;
        this.noShows = noShows;
    }

    /**
     * What a check-in proves, to be asked before the transaction that writes it: a code tried counts whatever comes after.
     *
     * @throws VisitNotFound 404 if somebody else goes there
     */
    public Supplier<Boolean> checkIn(StaffId member, VisitId id, CheckIn body, Instant at) {
        Presence presence = proof.ofWrittenDown(require(member, id), body);
        return () -> {
            Visit visit = require(member, id);
            if (noShows.endedByTimeAlone(visit)) {
                visit.checkInAfterAll(presence, at);
                noShows.takeBack(visit);
            } else {
                visit.checkIn(presence, at);
            }
            store.write(visit);
            return true;
        };
    }

    /**
     * Part of the caller's transaction.
     *
     * @return false: the check-in has not arrived
     * @throws VisitAlreadyMoved 409
     */
    public boolean outcome(StaffId member, VisitId id, RecordOutcome found, Instant at) {
        Visit visit = require(member, id);
        if (waitsForCheckIn(visit)) {
            return false;
        }
        door.record(visit, found, at);
        return true;
    }

    /**
     * A need found at the door becomes a request. Part of the caller's transaction.
     *
     * @return false: the outcome has not arrived
     * @throws VisitAlreadyMoved 409 if nobody was at the door
     */
    public boolean need(StaffId member, VisitId id, RecordOutcome.FoundNeed need) {
        Visit visit = require(member, id);
        if (waitsForCheckIn(visit) || visit.status() == VisitStatus.CHECKED_IN) {
            return false;
        }
        visit.checkTookPlace();
        RequestId request = door.open(visit, need);
        store.addNeed(visit, request);
        return true;
    }

    /** A visit that ended by time alone takes place once its check-in arrives. */
    private boolean waitsForCheckIn(Visit visit) {
        return BEFORE.contains(visit.status()) || noShows.endedByTimeAlone(visit);
    }

    private Visit require(StaffId member, VisitId id) {
        Visit visit = store.require(id);
        if (!visit.isDoneBy(member)) {
            throw new VisitNotFound();
        }
        return visit;
    }
}
