package cn.gridbell.visit;

import cn.gridbell.grid.BuildingView;
import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestNews;
import cn.gridbell.request.Requests;
import cn.gridbell.request.reporter.ReporterSecrecy;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.ResidentView;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose door it is, who goes there, and who may see it. */
@Component
class VisitParties {

    private static final Set<Role> LEADING = EnumSet.of(Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT);

    private final Residents residents;
    private final StaffMembers staff;
    private final Requests requests;
    private final Grids grids;

    VisitParties(Residents residents, StaffMembers staff, Requests requests, Grids grids) {
        this.residents = residents;
        this.staff = staff;
        this.requests = requests;
        this.grids = grids;
    }

    /**
     * The caller's household and who answers for it.
     *
     * @throws HouseholdMissing 422
     * @throws NobodyAnswers 422
     */
    Parties of(Caller caller) {
        ResidentView resident = residents.require(new ResidentId(caller.residentId()));
        HouseholdId household = resident.household();
        GridId grid = resident.grid();
        if (household == null || grid == null) {
            throw new HouseholdMissing();
        }
        StaffView member = staff.holderAt(grid, GridLevel.GRID).orElseThrow(NobodyAnswers::new);
        return new Parties(resident.id(), household, grid, member);
    }

    /**
     * The sides of a visit that staff plan.
     *
     * @param door    null: the door of whoever reported the request
     * @throws VisitNotFound 404 if there is no such door or request where the caller serves
     * @throws MemberNotOfGrid 422
     * @throws InvalidInput 400 if the door would say who reported the request to somebody from whom that is hidden
     */
    Parties planned(Caller caller, StaffId member, @Nullable HouseholdId door, @Nullable RequestId request) {
        RequestNews about = request == null
                ? null
                : requests.newsOf(request)
                        .filter(news -> serves(new StaffId(caller.requireStaffId()), news.grid()))
                        .orElseThrow(VisitNotFound::new);
        StaffView goes = staff.find(member).orElseThrow(MemberNotOfGrid::new);
        if (door == null && about != null && isHidden(about.secrecy(), caller, goes)) {
            throw InvalidInput.of("householdId", "这件诉求不公开反映人，请直接选择要走访的住户。");
        }
        ResidentId reporter = about == null ? null : about.reporter();
        HouseholdView household = (door != null
                        ? residents.findHousehold(door)
                        : Optional.ofNullable(reporter).flatMap(residents::householdOf))
                .filter(found -> serves(new StaffId(caller.requireStaffId()), found.grid()))
                .orElseThrow(VisitNotFound::new);
        if (!serves(member, household.grid())) {
            throw new MemberNotOfGrid();
        }
        ResidentId resident = reporter != null && door == null
                ? reporter
                : residents.someoneAt(household.id()).orElse(new ResidentId(0));
        return new Parties(resident, household.id(), household.grid(), goes);
    }

    /** A planned visit shows its door to whoever plans it and to whoever goes. */
    private static boolean isHidden(ReporterSecrecy secrecy, Caller caller, StaffView goes) {
        return secrecy.hidesFrom(caller.roles()) || secrecy.hidesFrom(goes.roles());
    }

    /** @throws RequestNotOpen 422 if it is not the resident's own open request */
    void checkRequest(@Nullable RequestId request, ResidentId resident) {
        if (request != null && !requests.isOpenFor(request, resident)) {
            throw new RequestNotOpen();
        }
    }

    /** @throws VisitNotFound 404 if the visit is somebody else's */
    void checkResident(Visit visit, Caller caller) {
        if (!visit.isOf(new ResidentId(caller.residentId()))) {
            throw new VisitNotFound();
        }
    }

    /** The member who goes. @throws VisitNotFound 404 for anybody else */
    void checkMember(Visit visit, Caller caller) {
        if (!visit.isDoneBy(new StaffId(caller.requireStaffId()))) {
            throw new VisitNotFound();
        }
    }

    /** The member who goes, or whoever leads where the door is. @throws VisitNotFound 404 for anybody else */
    void checkMemberOrLead(Visit visit, Caller caller) {
        if (!visit.isDoneBy(new StaffId(caller.requireStaffId())) && !leads(visit, caller)) {
            throw new VisitNotFound();
        }
    }

    /** @throws VisitNotFound 404 for anybody who does not lead where the door is */
    void checkLead(Visit visit, Caller caller) {
        if (!leads(visit, caller)) {
            throw new VisitNotFound();
        }
    }

    /** @throws MemberNotOfGrid 422 if this member does not serve the door's grid */
    StaffView requireMemberFor(Visit visit, StaffId member) {
        return staff.find(member)
                .filter(found -> staff.serves(member, visit.grid()))
                .orElseThrow(MemberNotOfGrid::new);
    }

    /** Role and name; a member who left is a grid member without a name. */
    Opening.MemberLine lineOf(StaffId member) {
        return staff.find(member).map(VisitParties::lineOf).orElseGet(() -> new Opening.MemberLine("", "网格员"));
    }

    /** The staff number; empty for a member who left. */
    String numberOf(StaffId member) {
        return staff.find(member).map(StaffView::number).orElse("");
    }

    static Opening.MemberLine lineOf(StaffView member) {
        return new Opening.MemberLine(member.name(), member.title());
    }

    StaffView requireMember(StaffId member) {
        return staff.require(member);
    }

    HouseholdView door(Visit visit) {
        return residents.requireHousehold(visit.household());
    }

    /** Empty if the street's list has no such building. */
    Optional<GeoPoint> entranceOf(HouseholdView door) {
        return grids.building(door.address(), door.building()).map(BuildingView::entrance);
    }

    /** Whether a place lies in the grid of the visit. */
    boolean inGrid(Visit visit, Location place) {
        return grids.gridAt(place.toWgs84())
                .filter(grid -> grid.id().equals(visit.grid()))
                .isPresent();
    }

    /** Who leads the grid of the door; whoever answers in the community if that post is vacant. */
    Optional<StaffView> leadOf(Visit visit) {
        return staff.leadOf(visit.grid()).or(() -> staff.holderAt(visit.grid(), GridLevel.COMMUNITY));
    }

    Optional<StaffView> communityOf(Visit visit) {
        return staff.holderAt(visit.grid(), GridLevel.COMMUNITY);
    }

    boolean serves(StaffId member, GridId grid) {
        return staff.serves(member, grid);
    }

    boolean leads(Visit visit, Caller caller) {
        return caller.roles().stream().anyMatch(LEADING::contains)
                && staff.serves(new StaffId(caller.requireStaffId()), visit.grid());
    }
}
