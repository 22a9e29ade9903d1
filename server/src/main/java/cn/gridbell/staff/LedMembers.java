package cn.gridbell.staff;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.security.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a lead can give work to: everybody who serves one of the lead's territories or one below it. */
@Component
class LedMembers {

    static final int MOST = 500;

    /** Property companies and administrators serve no doors and answer for no territory. */
    private static final Set<Role> WORKING = EnumSet.complementOf(EnumSet.of(Role.PROPERTY, Role.ADMIN));

    private final StaffMapper staff;
    private final StaffRosterMapper roster;
    private final Grids grids;

    LedMembers(StaffMapper staff, StaffRosterMapper roster, Grids grids) {
        this.staff = staff;
        this.roster = roster;
        this.grids = grids;
    }

    /**
     * A member in one line.
     *
     * @param title for example 网格长
     * @param grids names of the territories served among those of the lead
     */
    record Line(StaffId id, String number, String name, String title, List<String> grids) {}

    /** By staff number, at most {@value #MOST}; the lead among them, nobody who left. */
    @Transactional
    List<Line> ledBy(StaffId lead) {
        Set<GridId> territories =
                staff.dutiesOf(lead.value()).stream().map(GridId::new).collect(Collectors.toSet());
        Predicate<GridId> isWithin = grid -> grids.find(grid).isPresent()
                && grids.pathOf(grid).stream().map(GridView::id).anyMatch(territories::contains);
        Map<Long, List<Long>> duties = roster.duties().stream()
                .collect(Collectors.groupingBy(
                        StaffRoster.Duty::staffId, Collectors.mapping(StaffRoster.Duty::gridId, Collectors.toList())));
        return staff.active().stream()
                .map(row -> row.view(duties.getOrDefault(row.id(), List.of())))
                .filter(member -> member.roles().stream().anyMatch(WORKING::contains))
                .filter(member -> member.grids().stream().anyMatch(isWithin))
                .limit(MOST)
                .map(member -> new Line(
                        member.id(),
                        member.number(),
                        member.name(),
                        member.title(),
                        member.grids().stream()
                                .filter(isWithin)
                                .map(grid -> grids.require(grid).name())
                                .toList()))
                .toList();
    }
}
