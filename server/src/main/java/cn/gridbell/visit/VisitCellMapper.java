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

    /** The same for many days, which must be in order. */
    @Insert("""
            <script>
            INSERT INTO visit_member_day (member_id, day) VALUES
            <foreach collection="days" item="day" separator=",">(#{member}, #{day})</foreach>
            ON DUPLICATE KEY UPDATE day = VALUES(day)
            </script>""")
    void makeDays(long member, List<LocalDate> days);

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

    /** Gives back the walk after each visit of the member where it reaches into a span; their own cells stay. */
    @Delete("""
            DELETE c FROM visit_cell c JOIN visit v ON v.id = c.visit_id
            WHERE c.member_id = #{member} AND c.cell_no BETWEEN #{first} AND #{last}
                AND v.status <> 'PROPOSED' AND c.cell_no * 900 >= TIMESTAMPDIFF(SECOND, '1970-01-01', v.end_at)""")
    void freeWalks(long member, long first, long last);

    @Select("SELECT member_id, cell_no, lane FROM visit_cell WHERE visit_id = #{visit} ORDER BY cell_no, lane")
    List<OwnCell> ownOf(long visit);

    /** Of the visit's cells between two, walks and lanes aside. */
    @Select("""
            SELECT COUNT(DISTINCT cell_no) FROM visit_cell
            WHERE visit_id = #{visit} AND member_id = #{member} AND cell_no BETWEEN #{first} AND #{last}""")
    int countOfMember(long visit, long member, long first, long last);

    @Select("SELECT COALESCE(MAX(lane), 0) FROM visit_cell WHERE visit_id = #{visit}")
    int highestLane(long visit);

    @Select("""
            SELECT cell_no, lane FROM visit_cell
            WHERE member_id = #{member} AND cell_no BETWEEN #{first} AND #{last}""")
    List<HeldCell> heldOfMember(long member, long first, long last);

    @Select("""
            SELECT cell_no FROM visit_household_cell
            WHERE household_id = #{household} AND cell_no BETWEEN #{first} AND #{last}""")
    List<Long> heldOfHousehold(long household, long first, long last);

    /**
     * A cell that is not free.
     *
     * @param lane 0 to capacity - 1
     */
    record HeldCell(long cellNo, int lane) {}

    /** A cell that a visit holds. */
    record OwnCell(long memberId, long cellNo, int lane) {}
}
