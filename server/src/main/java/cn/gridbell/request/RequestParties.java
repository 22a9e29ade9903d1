package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.request.coordination.CoordinationBook;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitId;
import cn.gridbell.staff.UnitView;
import cn.gridbell.staff.Units;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who a staff member is to a request: the {@link Party parties} of {@link RequestMove}, and whether they see it at all. */
@Component
class RequestParties {

    private static final Set<Role> TERRITORIAL = EnumSet.complementOf(EnumSet.of(Role.PROPERTY, Role.ADMIN));

    private final RequestMapper requests;
    private final StaffMembers staff;
    private final Units units;
    private final Grids grids;
    private final CoordinationBook coordinations;

    RequestParties(
            RequestMapper requests, StaffMembers staff, Units units, Grids grids, CoordinationBook coordinations) {
        this.coordinations = coordinations;
        this.requests = requests;
        this.staff = staff;
        this.units = units;
        this.grids = grids;
    }

    /** The staff member behind a call. */
    StaffView member(Caller caller) {
        return staff.require(new StaffId(caller.requireStaffId()));
    }

    StaffView member(StaffId id) {
        return staff.require(id);
    }

    /** Whether their duties on a territory show them what lies in it. */
    static boolean worksOnTerritory(StaffView member) {
        return member.roles().stream().anyMatch(TERRITORIAL::contains);
    }

    @Nullable
    Request find(RequestId id) {
        return requests.find(id.value());
    }

    /** @throws RequestNotFound 404 if it is not this resident's */
    Request requireOwn(Caller caller, RequestId id) {
        Request request = requests.find(id.value());
        if (request == null || !request.isReportedBy(new ResidentId(caller.residentId()))) {
            throw new RequestNotFound();
        }
        return request;
    }

    /** @throws RequestNotFound 404 if this member may not see it */
    Request requireVisible(StaffId member, RequestId id) {
        Request request = requests.find(id.value());
        if (request == null || !sees(member, request)) {
            throw new RequestNotFound();
        }
        return request;
    }

    /** Staff see what they or their unit hold, and what lies in the territories they serve. Property companies see nothing else but what
     * they are called to a coordination for, while it is open. */
    boolean sees(StaffId member, Request request) {
        return isHolder(member, request) || isOnTerritory(member, request.grid()) || isAtTable(member, request);
    }

    /** Whether it is theirs to answer: who is only called to the table sees it and no more. */
    boolean answersFor(StaffId member, Request request) {
        return isHolder(member, request) || isOnTerritory(member, request.grid());
    }

    /**
     * The request, if the member may make the move now.
     *
     * @throws RequestNotFound 404 if they may not see it
     * @throws RequestAlreadyMoved 409 if there is no such move from where it stands
     * @throws RequestHeldByOther 409 if somebody else holds it
     * @throws RequestNotYours 403 if it is for another level to decide
     */
    Request require(StaffId member, RequestId id, RequestMove move) {
        Request request = requireVisible(member, id);
        request.require(move);
        if (!is(move.party(), member, request)) {
            throw move.party() == Party.HOLDER || move.party() == Party.TAKER
                    ? new RequestHeldByOther()
                    : new RequestNotYours();
        }
        return request;
    }

    /** Whether a staff member is that party. Never for parties that are no staff. */
    boolean is(Party party, StaffId member, Request request) {
        Colour colour = request.colour();
        return switch (party) {
            case HOLDER -> isHolder(member, request);
            case TAKER -> isTaker(member, request);
            case LEAD ->
                colour == Colour.GREEN
                        ? leadsGrid(member, request) || reaches(member, request, Colour.YELLOW)
                        : reaches(member, request, colour);
            case ABOVE -> colour.up().map(up -> reaches(member, request, up)).orElse(false);
            case BELOW ->
                colour.down().map(down -> standsAt(member, request, down)).orElse(false);
            case STREET -> reaches(member, request, Colour.BLUE);
            case REPORTER, RESIDENT, SYSTEM -> false;
        };
    }

    /** As whom somebody holds it: for their unit, if their unit holds it now. */
    Assignee asHolder(StaffId member, Request request) {
        UnitId unit = request.unit();
        return new Assignee(member, unit != null && isOfUnit(member, unit) ? unit : null);
    }

    /** @throws InvalidInput 400 if there is no such member */
    long requireMember(StaffId id) {
        return staff.find(id)
                .map(StaffView::id)
                .orElseThrow(() -> InvalidInput.of("memberIds", "没有这位工作人员，请从列表中选择。"))
                .value();
    }

    /** @throws InvalidInput 400 if there is no such unit */
    long requireUnit(UnitId id) {
        return units.find(id)
                .filter(UnitView::active)
                .map(UnitView::id)
                .orElseThrow(() -> InvalidInput.of("unitIds", "没有这个单位，请从列表中选择。"))
                .value();
    }

    /** Who of a unit is told what it has to do. */
    List<StaffId> toldOf(UnitId unit) {
        return units.toldOf(unit);
    }

    boolean isOfUnit(StaffId member, UnitId unit) {
        return units.unitOf(member).map(UnitView::id).filter(unit::equals).isPresent();
    }

    private boolean isAtTable(StaffId member, Request request) {
        Long unit = units.unitOf(member).map(found -> found.id().value()).orElse(null);
        return coordinations.takesPart(request.requestId().value(), member.value(), unit);
    }

    private boolean isHolder(StaffId member, Request request) {
        UnitId unit = request.unit();
        return member.equals(request.holder()) || unit != null && isOfUnit(member, unit);
    }

    /** Where every post is vacant whoever serves the grid may. */
    private boolean isTaker(StaffId member, Request request) {
        if (isHolder(member, request)) {
            return true;
        }
        if (request.unit() != null) {
            return false;
        }
        if (request.holder() == null) {
            return isOnTerritory(member, request.grid());
        }
        return request.colour()
                .level()
                .flatMap(level -> grids.atLevel(request.grid(), level))
                .map(territory -> isOnTerritory(member, territory.id()))
                .orElseGet(() -> standsAt(member, request, Colour.RED));
    }

    private boolean isOnTerritory(StaffId member, GridId grid) {
        return staff.serves(member, grid)
                && staff.find(member).filter(RequestParties::worksOnTerritory).isPresent();
    }

    private boolean leadsGrid(StaffId member, Request request) {
        return rolesOf(member).contains(Role.GRID_LEAD) && staff.serves(member, request.grid());
    }

    /** Whether the member stands at this level or one above, over this request. */
    private boolean reaches(StaffId member, Request request, Colour level) {
        Optional<Colour> at = Optional.of(level);
        while (at.isPresent()) {
            if (standsAt(member, request, at.get())) {
                return true;
            }
            at = at.get().up();
        }
        return false;
    }

    private boolean standsAt(StaffId member, Request request, Colour level) {
        Set<Role> roles = rolesOf(member);
        return switch (level) {
            case GREEN ->
                (roles.contains(Role.GRID_MEMBER) || roles.contains(Role.GRID_LEAD))
                        && staff.serves(member, request.grid());
            case YELLOW -> roles.contains(Role.COMMUNITY) && staff.serves(member, request.grid());
            case BLUE -> roles.contains(Role.STREET) && staff.serves(member, request.grid());
            case RED -> roles.contains(Role.DISTRICT) && staff.serves(member, request.grid());
        };
    }

    private Set<Role> rolesOf(StaffId member) {
        return staff.find(member).map(StaffView::roles).orElse(Set.of());
    }

    /** Whether a table about it is open. */
    boolean isCoordinated(RequestId request) {
        return coordinations.openOf(request.value()).isPresent();
    }
}
