package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.staff.StaffId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns a draft into a request that has a number, a holder and a deadline; inside the caller's transaction. */
@Component
class RequestOpening {

    private final RequestMapper requests;
    private final RequestTimeline timeline;
    private final RequestRouting routing;
    private final Grids grids;
    private final ApplicationEventPublisher facts;
    private final MeterRegistry meters;

    RequestOpening(
            RequestMapper requests,
            RequestTimeline timeline,
            RequestRouting routing,
            Grids grids,
            ApplicationEventPublisher facts,
            MeterRegistry meters) {
        this.requests = requests;
        this.timeline = timeline;
        this.routing = routing;
        this.grids = grids;
        this.facts = facts;
        this.meters = meters;
    }

    StoredReceipt open(String number, RequestDraft draft, Instant now) {
        boolean unclear = draft.category().needsScreening();
        Route route = unclear ? routing.screening(draft, now) : routing.first(draft, now);
        RequestStatus status = unclear ? RequestStatus.SUBMITTED : RequestStatus.ASSIGNED;
        Request request = Request.begun(status, number, draft, route.assignee(), route.dueAt(), now);
        requests.insert(request, above(draft.grid(), GridLevel.COMMUNITY), above(draft.grid(), GridLevel.STREET));
        RequestId id = new RequestId(requests.lastId());

        if (draft.inOwnWordsOf() != null) {
            timeline.describedBy(id, draft.inOwnWordsOf(), now);
        }
        timeline.write(id, EntryKind.SUBMITTED, draft.actor(), TimelineWords.submitted(number), now);
        timeline.write(
                id,
                unclear ? EntryKind.SCREENING : EntryKind.ASSIGNED,
                Actor.SYSTEM,
                unclear ? TimelineWords.screening(route) : TimelineWords.assigned(route),
                now);
        facts.publishEvent(new RequestSubmitted(id, draft.reporter(), request.version(), now));
        if (route.holder() != null) {
            StaffId holder = route.holder().id();
            facts.publishEvent(
                    unclear
                            ? new RequestScreeningAsked(id, holder, request.version(), now)
                            : new RequestAssigned(id, holder, request.version(), now));
        }
        meters.counter("gridbell.request.submitted", "source", draft.source().name())
                .increment();
        return new StoredReceipt(id, number, request.status(), request.colour(), route.holderId(), request.dueAt());
    }

    private @Nullable Long above(GridId grid, GridLevel level) {
        return grids.atLevel(grid, level).map(GridView::id).map(GridId::value).orElse(null);
    }
}
