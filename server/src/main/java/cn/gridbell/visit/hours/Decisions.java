package cn.gridbell.visit.hours;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.VisitAhead;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitsAhead;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out what was decided for the visits that a change hits; part of the change's transaction. */
@Component
class Decisions {

    private final VisitsAhead ahead;

    Decisions(VisitsAhead ahead) {
        this.ahead = ahead;
    }

    /**
     * A decision for a visit that is not hit says nothing.
     *
     * @throws VisitsHit 409 if one of those hit is not decided
     * @throws InvalidInput 400 if a decision lacks what it needs
     */
    void carryOut(List<VisitAhead> hit, @Nullable List<VisitDecision> decisions) {
        Map<VisitId, VisitDecision> decided = new HashMap<>();
        if (decisions != null) {
            decisions.forEach(decision -> decided.put(decision.visitId(), decision));
        }
        List<VisitAhead> open =
                hit.stream().filter(visit -> !decided.containsKey(visit.id())).toList();
        if (!open.isEmpty()) {
            throw new VisitsHit(open);
        }
        hit.forEach(visit -> {
            VisitDecision decision = decided.get(visit.id());
            if (decision != null) {
                carryOut(decision);
            }
        });
    }

    private void carryOut(VisitDecision decision) {
        switch (decision.decision()) {
            case KEEP -> {}
            case MOVE -> move(decision);
            case PROPOSE -> {
                List<Instant> starts = decision.starts();
                if (starts == null) {
                    throw InvalidInput.of("decisions", "改约请提出1到3个备选时间。");
                }
                ahead.propose(decision.visitId(), starts, reasonOf(decision));
            }
            case CANCEL -> ahead.cancel(decision.visitId(), reasonOf(decision));
        }
    }

    private void move(VisitDecision decision) {
        StaffId named = decision.memberId();
        if (named == null) {
            ahead.moveAlong(decision.visitId(), reasonOf(decision));
        } else {
            ahead.moveTo(decision.visitId(), named, reasonOf(decision));
        }
    }

    private static String reasonOf(VisitDecision decision) {
        String reason = decision.reason();
        if (reason == null) {
            throw InvalidInput.of("decisions", "改派、改约或取消请写明原因，居民会看到。");
        }
        return reason;
    }
}
