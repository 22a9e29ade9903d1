package cn.gridbell.resident.disclosure;

import cn.gridbell.platform.Cursor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Rows are added and read; only a resident who leaves cuts theirs, and after their time they end. */
@Mapper
interface DisclosureMapper {

    @Insert("""
            INSERT INTO disclosure (resident_id, staff_id, what, reason, purpose, about, at)
            VALUES (#{resident}, #{staff}, #{what}, #{reason}, #{purpose}, #{about}, #{now})""")
    void insert(
            long resident, long staff, Revealed what, RevealReason reason, String purpose, String about, Instant now);

    @Insert("""
            INSERT INTO disclosure_day (staff_id, day, taken) VALUES (#{staff}, #{day}, 0)
            ON DUPLICATE KEY UPDATE taken = taken""")
    void open(long staff, LocalDate day);

    /** @return 0 once as many as allowed were taken */
    @Update("""
            UPDATE disclosure_day SET taken = taken + 1
            WHERE staff_id = #{staff} AND day = #{day} AND taken < #{most}""")
    int take(long staff, LocalDate day, int most);

    @Select("""
            SELECT id, staff_id, what, reason, purpose, about, at FROM disclosure
            WHERE resident_id = #{resident} AND (at < #{after.at} OR (at = #{after.at} AND id < #{after.id}))
            ORDER BY at DESC, id DESC LIMIT #{limit}""")
    List<Disclosure> of(long resident, Cursor after, int limit);

    @Delete("DELETE FROM disclosure WHERE at < #{before} ORDER BY at, id LIMIT #{most}")
    int forget(Instant before, int most);

    @Delete("DELETE FROM disclosure_day WHERE day < #{before}")
    void forgetDays(LocalDate before);

    @Update("UPDATE disclosure SET resident_id = NULL, purpose = NULL WHERE resident_id = #{resident}")
    void cut(long resident);
}
