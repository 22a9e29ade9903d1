package cn.gridbell.visit;

import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose turn it is to answer a booking: the member is reminded once, then the lead is asked, then the community; then the time is given back. */
@Component
class VisitAsking {

    private static final int AT_ONCE = 200;

    private final AskingMapper asking;
    private final VisitStore store;
    private final VisitOpenings openings;
    private final VisitParties parties;

    VisitAsking(AskingMapper asking, VisitStore store, VisitOpenings openings, VisitParties parties) {
        this.asking = asking;
        this.store = store;
        this.openings = openings;
        this.parties = parties;
    }

    /**
     * Asks the next one above, if the term of whoever was asked is over and the time has not come. Part of the caller's transaction.
     *
     * @return false if there is nobody above, or nothing to wait for
     */
    boolean passUp(Visit visit) {
        boolean waits = visit.status() == VisitStatus.REQUESTED
                && !visit.answerBy().isAfter(store.now())
                && visit.start().isAfter(store.now());
        AskingMapper.Asked asked = waits ? asking.of(visit.id().value()) : null;
        if (asked == null) {
            return false;
        }
        AskingStage stage = asked.stage();
        while (stage != AskingStage.COMMUNITY) {
            stage = stage == AskingStage.MEMBER ? AskingStage.LEAD : AskingStage.COMMUNITY;
            Optional<StaffView> next = stage == AskingStage.LEAD ? parties.leadOf(visit) : parties.communityOf(visit);
            if (next.isPresent()
                    && next.get().id().value() != asked.askedId()
                    && !next.get().id().equals(visit.member())) {
                ask(visit, stage, next.get().id());
                return true;
            }
        }
        return false;
    }

    private void ask(Visit visit, AskingStage stage, StaffId next) {
        visit.askAgain(openings.answerBy(visit.start()));
        store.write(visit);
        asking.ask(visit.id().value(), stage, next.value(), openings.remindAt(visit.answerBy()));
        store.announce(visit, (id, resident, member, turn, at) -> new VisitPassedUp(id, resident, next, turn, at));
    }

    /** Reminds whoever has been silent for half the term, once. @return how many */
    @Transactional
    public int remind() {
        int reminded = 0;
        asking.forgetAnswered();
        for (long id : asking.toRemind(store.now(), AT_ONCE)) {
            AskingMapper.Asked asked = asking.of(id);
            if (asked != null && asking.reminded(id, store.now()) == 1) {
                Visit visit = store.require(new VisitId(id));
                store.announce(
                        visit,
                        (which, resident, member, turn, at) ->
                                new VisitAnswerDue(which, new StaffId(asked.askedId()), turn, at));
                reminded++;
            }
        }
        return reminded;
    }
}
