package cn.gridbell.staff;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who goes if a member cannot: the deputies named for the member, the other members of the grid, its lead. */
@Service
public class Deputies {

    private static final Set<Role> LEADING = EnumSet.of(Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT);

    private final DeputyMapper deputies;
    private final StaffMembers staff;

    Deputies(DeputyMapper deputies, StaffMembers staff) {
        this.deputies = deputies;
        this.staff = staff;
    }

    /**
     * In the order in which they are asked; those who left are not among them, nor the member.
     *
     * @param grid level GRID
     */
    @Transactional
    public List<StaffView> chainFor(StaffId member, GridId grid) {
        Map<StaffId, StaffView> chain = new LinkedHashMap<>();
        deputies.of(member.value()).stream()
                .filter(row -> row.gridId() == null || row.gridId() == grid.value())
                .filter(DeputyMapper.DeputyRow::active)
                .forEach(row -> add(chain, new StaffId(row.deputyId())));
        deputies.onDuty(grid.value(), Role.GRID_MEMBER).forEach(id -> add(chain, new StaffId(id)));
        staff.leadOf(grid).ifPresent(lead -> chain.putIfAbsent(lead.id(), lead));
        chain.remove(member);
        return new ArrayList<>(chain.values());
    }

    /** Whether the caller is the member, or leads where the member serves. */
    @Transactional
    public boolean mayArrangeFor(Caller caller, StaffId member) {
        StaffId self = new StaffId(caller.requireStaffId());
        if (self.equals(member)) {
            return true;
        }
        return caller.roles().stream().anyMatch(LEADING::contains)
                && staff.find(member).stream()
                        .flatMap(found -> found.grids().stream())
                        .anyMatch(grid -> staff.serves(self, grid));
    }

    /** As named, those who left among them. */
    List<Named> namedFor(StaffId member) {
        return deputies.of(member.value()).stream()
                .map(row ->
                        new Named(new StaffId(row.deputyId()), row.gridId() == null ? null : new GridId(row.gridId())))
                .toList();
    }

    /** @throws StaffNotFound 404 if one of them is no staff member */
    @Transactional
    public void name(StaffId member, List<Named> named) {
        deputies.forget(member.value());
        int position = 0;
        for (Named deputy : named) {
            staff.require(deputy.memberId());
            GridId grid = deputy.gridId();
            deputies.insert(member.value(), position++, deputy.memberId().value(), grid == null ? null : grid.value());
        }
    }

    private void add(Map<StaffId, StaffView> chain, StaffId id) {
        staff.find(id).ifPresent(found -> chain.putIfAbsent(id, found));
    }

    /**
     * A deputy.
     *
     * @param gridId only there; null: wherever the member serves
     */
    public record Named(
            @jakarta.validation.constraints.NotNull(message = "请选择代班人员。")
            StaffId memberId,

            @org.jspecify.annotations.Nullable GridId gridId) {}
}
