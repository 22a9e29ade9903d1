package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.request.following.Followers;
import cn.gridbell.request.outcome.Ending;
import cn.gridbell.request.outcome.Endings;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two requests about the same matter become one: everybody the one concerned is told what becomes of the other and may rate it. Both rows are
 * held, the lower id first, and only an open request takes another in: so no two merges at once can make a circle.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestMerging {

    private final RequestMapper requests;
    private final RequestParties parties;
    private final RequestTurns turns;
    private final RequestTimeline timeline;
    private final Bonds bonds;
    private final Clock clock;

    RequestMerging(
            RequestMapper requests,
            RequestParties parties,
            RequestTurns turns,
            RequestTimeline timeline,
            Bonds bonds,
            Clock clock) {
        this.requests = requests;
        this.parties = parties;
        this.turns = turns;
        this.timeline = timeline;
        this.bonds = bonds;
        this.clock = clock;
    }

    /** What ties two requests together, and what keeps them apart. */
    @Component
    record Bonds(Followers followers, Endings endings, RequestCategories categories, Grids grids) {

        boolean sameStreet(Request one, Request other) {
            return Objects.equals(street(one), street(other));
        }

        private @Nullable GridId street(Request request) {
            return grids.atLevel(request.grid(), GridLevel.STREET)
                    .map(GridView::id)
                    .orElse(null);
        }

        boolean samePrivacy(Request one, Request other) {
            return isPrivate(one) == isPrivate(other);
        }

        private boolean isPrivate(Request request) {
            return categories
                    .find(request.category())
                    .map(RequestCategory::isPrivate)
                    .orElse(true);
        }
    }

    /**
     * @throws RequestNotFound 404 if the member may not see one of them
     * @throws RequestAlreadyMoved 409 if it is closed
     * @throws RequestNotMergeable 422 with itself, across streets or privacy; 409 into a closed one
     */
    RequestStanding merge(Caller caller, RequestId id, RequestId into) {
        Instant now = clock.instant();
        StaffId by = new StaffId(caller.requireStaffId());
        hold(id, into);
        Request request = parties.require(by, id, RequestMove.MERGE);
        Request host = hostOf(by, request, into);
        request.merge("已并入" + host.number() + "，一并办理。", now);
        int turn = turns.store(request);
        List<ResidentId> concerned = concernedBy(request);
        bonds.endings().keep(id.value(), new Ending(null, null, into.value()));
        bonds.followers().merge(id.value(), request.reporter(), into.value(), host.reporter(), now);
        timeline.write(id, EntryKind.MERGED, Actor.of(by), TimelineWords.mergedInto(host.number()), now);
        timeline.write(into, EntryKind.MERGED, Actor.of(by), TimelineWords.tookIn(request.number()), now);
        turns.tell(new RequestMerged(id, into, concerned, turn, now));
        return RequestStanding.of(request);
    }

    /**
     * Takes it out again: to be handled by itself, on its old clock.
     *
     * @throws RequestNotFound 404
     * @throws RequestAlreadyMoved 409 if it is not merged
     * @throws RequestNotMergeable 409 if the one it went into is closed
     */
    RequestStanding split(Caller caller, RequestId id) {
        Instant now = clock.instant();
        StaffId by = new StaffId(caller.requireStaffId());
        Long into = bonds.endings().of(id.value()).mergedInto();
        hold(id, into == null ? id : new RequestId(into));
        Request request = parties.require(by, id, RequestMove.SPLIT);
        Request host = into == null ? null : requests.find(into);
        if (into == null || host == null || !host.isOpen()) {
            throw RequestNotMergeable.hostClosed();
        }
        request.split(now);
        int turn = turns.store(request);
        bonds.endings().keep(id.value(), Ending.PLAIN);
        bonds.followers().split(id.value(), into);
        timeline.write(id, EntryKind.SPLIT, Actor.of(by), TimelineWords.splitFrom(host.number()), now);
        timeline.write(host.requestId(), EntryKind.SPLIT, Actor.of(by), TimelineWords.splitOff(request.number()), now);
        if (request.holder() != null) {
            turns.tell(new RequestAssigned(id, request.holder(), turn, now));
        }
        return RequestStanding.of(request);
    }

    private void hold(RequestId one, RequestId other) {
        requests.lock(Math.min(one.value(), other.value()));
        requests.lock(Math.max(one.value(), other.value()));
    }

    private Request hostOf(StaffId by, Request request, RequestId into) {
        if (into.equals(request.requestId())) {
            throw RequestNotMergeable.withItself();
        }
        Request host = requests.find(into.value());
        if (host == null || !parties.sees(by, host)) {
            throw new RequestNotFound();
        }
        if (!bonds.sameStreet(request, host)) {
            throw RequestNotMergeable.acrossStreets();
        }
        if (!bonds.samePrivacy(request, host)) {
            throw RequestNotMergeable.acrossPrivacy();
        }
        if (!host.isOpen()) {
            throw RequestNotMergeable.intoClosed();
        }
        return host;
    }

    private List<ResidentId> concernedBy(Request request) {
        List<ResidentId> concerned =
                new ArrayList<>(bonds.followers().of(request.requestId().value()));
        if (request.reporter() != null) {
            concerned.add(request.reporter());
        }
        return List.copyOf(concerned);
    }
}
