package cn.gridbell.visit.opening;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AbsenceMapper {

    @Insert("""
            INSERT INTO visit_absence (member_id, kind, start_at, end_at, reason, made_by, made_at)
            VALUES (#{memberId}, #{kind}, #{startAt}, #{endAt}, #{reason}, #{madeBy}, #{madeAt})""")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(AbsenceRow row);

    /** Those that end after an instant and begin before another, soonest first. */
    @Select("""
            SELECT id, member_id, kind, start_at, end_at, reason, made_by, made_at FROM visit_absence
            WHERE member_id = #{member} AND end_at > #{from} AND start_at < #{until} AND withdrawn_at IS NULL
            ORDER BY start_at, id LIMIT 200""")
    List<AbsenceRow> between(long member, Instant from, Instant until);

    @Select("""
            SELECT id, member_id, kind, start_at, end_at, reason, made_by, made_at FROM visit_absence
            WHERE id = #{id} AND withdrawn_at IS NULL""")
    @Nullable
    AbsenceRow find(long id);

    /** @return 0 if it was withdrawn before */
    @Update("""
            UPDATE visit_absence SET withdrawn_by = #{by}, withdrawn_at = #{at}
            WHERE id = #{id} AND withdrawn_at IS NULL""")
    int withdraw(long id, long by, Instant at);

    @Select(
            "SELECT cell_no FROM visit_cell WHERE member_id = #{member} AND lane = #{lane} AND cell_no BETWEEN #{first} AND #{last}")
    List<Long> held(long member, int lane, long first, long last);

    /** @throws org.springframework.dao.DuplicateKeyException if one of them is held; none is taken then */
    @Insert("""
            <script>
            INSERT INTO visit_cell (member_id, cell_no, lane, absence_id) VALUES
            <foreach collection="cells" item="cell" separator=",">(#{member}, #{cell}, #{lane}, #{absence})</foreach>
            </script>""")
    void take(long member, List<Long> cells, int lane, long absence);

    @Delete("DELETE FROM visit_cell WHERE absence_id = #{absence}")
    void free(long absence);
}
