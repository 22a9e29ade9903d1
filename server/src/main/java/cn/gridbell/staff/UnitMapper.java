package cn.gridbell.staff;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
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

    @Select("""
            SELECT s.id FROM staff_unit_member m JOIN staff_member s ON s.id = m.staff_id
            WHERE m.unit_id = #{unit} AND s.active ORDER BY s.number""")
    List<Long> membersOf(long unit);

    @Select("SELECT id, code, name, kind, active FROM staff_unit FOR UPDATE")
    List<UnitRow> known();

    @Insert("""
            INSERT INTO staff_unit (code, name, kind, active) VALUES (#{code}, #{name}, #{kind}, TRUE)
            ON DUPLICATE KEY UPDATE name = #{name}, kind = #{kind}, active = TRUE""")
    void put(String code, String name, UnitKind kind);

    @Update("UPDATE staff_unit SET active = FALSE WHERE id = #{id}")
    void leave(long id);

    @Delete("DELETE FROM staff_unit_member")
    void clearMembers();

    @Insert("INSERT INTO staff_unit_member (staff_id, unit_id, unit_lead) VALUES (#{staff}, #{unit}, #{lead})")
    void addMember(long staff, long unit, boolean lead);
}
