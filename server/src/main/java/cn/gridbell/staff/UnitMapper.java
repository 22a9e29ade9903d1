package cn.gridbell.staff;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface UnitMapper {

    record UnitRow(long id, String code, String name, UnitKind kind, boolean active) {

        UnitView view() {
            return new UnitView(new UnitId(id), code, name, kind, active);
        }
    }

    @Select("SELECT id, code, name, kind, active FROM staff_unit WHERE id = #{id}")
    @Nullable
    UnitRow find(long id);

    @Select("SELECT id, code, name, kind, active FROM staff_unit WHERE active ORDER BY code")
    List<UnitRow> active();

    @Select("""
            SELECT u.id, u.code, u.name, u.kind, u.active
            FROM staff_unit_member m JOIN staff_unit u ON u.id = m.unit_id
            WHERE m.staff_id = #{staff} AND u.active""")
    @Nullable
    UnitRow ofMember(long staff);

    /** Of several leads the one with the lowest number, so that the same person is named each time. */
    @Select("""
            SELECT s.id FROM staff_unit_member m JOIN staff_member s ON s.id = m.staff_id
            WHERE m.unit_id = #{unit} AND m.unit_lead AND s.active
            ORDER BY s.number LIMIT 1""")
    @Nullable
    Long leadOf(long unit);
}
