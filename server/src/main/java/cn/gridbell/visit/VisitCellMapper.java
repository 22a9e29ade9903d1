package cn.gridbell.visit;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface VisitCellMapper {

    /** Waits for the day's row and locks it until the transaction ends. @return null if there is no row yet */
    @Select("SELECT day FROM visit_member_day WHERE member_id = #{member} AND day = #{day} FOR UPDATE")
    @Nullable
    LocalDate lockDay(long member, LocalDate day);

    /** Makes the day's row, or waits for it, and locks it. An exclusive lock either way: {@code INSERT IGNORE} would take a shared one. */
    @Insert("""
            INSERT INTO visit_member_day (member_id, day) VALUES (#{member}, #{day})
            ON DUPLICATE KEY UPDATE day = VALUES(day)""")
    void makeDay(long member, LocalDate day);

    /** @throws org.springframework.dao.DuplicateKeyException if one of them is held; none is taken then */
    @Insert("""
            <script>
            INSERT INTO visit_cell (member_id, cell_no, lane, visit_id) VALUES
            <foreach collection="cells" item="cell" separator=",">(#{member}, #{cell}, #{lane}, #{visit})</foreach>
            </script>""")
    void takeOfMember(long member, List<Long> cells, int lane, long visit);

    /** @throws org.springframework.dao.DuplicateKeyException if one of them is held; none is taken then */
    @Insert("""
            <script>
            INSERT INTO visit_household_cell (household_id, cell_no, visit_id) VALUES
            <foreach collection="cells" item="cell" separator=",">(#{household}, #{cell}, #{visit})</foreach>
            </script>""")
    void takeOfHousehold(long household, List<Long> cells, long visit);

    @Delete("DELETE FROM visit_cell WHERE visit_id = #{visit}")
    void freeMember(long visit);

    @Delete("DELETE FROM visit_household_cell WHERE visit_id = #{visit}")
    void freeHousehold(long visit);

    @Delete("DELETE FROM visit_cell WHERE visit_id = #{visit} AND cell_no NOT BETWEEN #{first} AND #{last}")
    void freeMemberBeside(long visit, long first, long last);

    @Delete("DELETE FROM visit_household_cell WHERE visit_id = #{visit} AND cell_no NOT BETWEEN #{first} AND #{last}")
    void freeHouseholdBeside(long visit, long first, long last);

    @Select("""
            SELECT cell_no, lane FROM visit_cell
            WHERE member_id = #{member} AND cell_no BETWEEN #{first} AND #{last}""")
    List<HeldCell> heldOfMember(long member, long first, long last);

    @Select("""
            SELECT cell_no FROM visit_household_cell
            WHERE household_id = #{household} AND cell_no BETWEEN #{first} AND #{last}""")
    List<Long> heldOfHousehold(long household, long first, long last);

    @Select(
            "SELECT weekday, from_minute, to_minute FROM visit_weekly_rule WHERE member_id = #{member} ORDER BY weekday, from_minute")
    List<WeeklyRuleRow> rulesOf(long member);

    @Delete("DELETE FROM visit_weekly_rule WHERE member_id = #{member}")
    void deleteRules(long member);

    @Insert("""
            INSERT INTO visit_weekly_rule (member_id, weekday, from_minute, to_minute)
            VALUES (#{member}, #{weekday}, #{fromMinute}, #{toMinute})""")
    void insertRule(long member, int weekday, int fromMinute, int toMinute);

    /** A cell that is not free. @param lane 0 to capacity - 1 */
    record HeldCell(long cellNo, int lane) {}

    /** @param weekday 1 Monday to 7 Sunday */
    record WeeklyRuleRow(int weekday, int fromMinute, int toMinute) {}
}
