package cn.gridbell.staff;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Property companies and seconding units: who they are, who belongs to them. */
@Service
public class Units {

    private final UnitMapper units;
    private final StaffMembers staff;

    Units(UnitMapper units, StaffMembers staff) {
        this.units = units;
        this.staff = staff;
    }

    /** Also of those that left: the past names them. */
    @Transactional
    public Optional<UnitView> find(UnitId id) {
        return Optional.ofNullable(units.find(id.value())).map(UnitMapper.UnitRow::view);
    }

    /** Those that work now, by code. */
    @Transactional
    public List<UnitView> active() {
        return units.active().stream().map(UnitMapper.UnitRow::view).toList();
    }

    /** The unit a member belongs to; empty if they work for the street itself, or the unit left. */
    @Transactional
    public Optional<UnitView> unitOf(StaffId member) {
        return Optional.ofNullable(units.ofMember(member.value())).map(UnitMapper.UnitRow::view);
    }

    /** Who is told of what the unit has to do: its lead, everybody where the post is vacant. */
    @Transactional
    public List<StaffId> toldOf(UnitId id) {
        Long lead = units.leadOf(id.value());
        List<Long> told = lead == null ? units.membersOf(id.value()) : List.of(lead);
        return told.stream().map(StaffId::new).toList();
    }

    /** Who is told first of what comes to the unit; empty if the post is vacant. */
    @Transactional
    public Optional<StaffView> leadOf(UnitId id) {
        return Optional.ofNullable(units.leadOf(id.value())).map(StaffId::new).flatMap(staff::find);
    }
}
