package cn.gridbell.message;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.ResidentNotFound;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which staff may see that a person could not be told. */
@Component
class Territory {

    private final Residents residents;
    private final StaffMembers staff;

    Territory(Residents residents, StaffMembers staff) {
        this.residents = residents;
        this.staff = staff;
    }

    /** Whether the caller serves the person's grid or one above it. A person without a grid is the street's. */
    boolean covers(Caller caller, Recipient person) {
        if (caller.roles().contains(Role.ADMIN)) {
            return true;
        }
        List<GridId> grids = gridsOf(person);
        if (grids.isEmpty()) {
            return caller.roles().contains(Role.STREET);
        }
        StaffId member = new StaffId(caller.requireStaffId());
        return grids.stream().anyMatch(grid -> staff.serves(member, grid));
    }

    /** Null if none is bound; the number of a colleague stands in the staff list. */
    @Nullable
    String maskedPhoneOf(Recipient person) {
        return switch (person.kind()) {
            case RESIDENT ->
                residents.maskedPhoneOf(new ResidentId(person.id())).orElse(null);
            case STAFF -> null;
        };
    }

    private List<GridId> gridsOf(Recipient person) {
        return switch (person.kind()) {
            case RESIDENT -> gridOf(new ResidentId(person.id()));
            case STAFF ->
                staff.find(new StaffId(person.id())).map(view -> view.grids()).orElse(List.of());
        };
    }

    private List<GridId> gridOf(ResidentId id) {
        try {
            GridId grid = residents.require(id).grid();
            return grid == null ? List.of() : List.of(grid);
        } catch (ResidentNotFound gone) {
            return List.of();
        }
    }
}
