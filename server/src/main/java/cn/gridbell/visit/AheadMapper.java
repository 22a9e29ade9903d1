package cn.gridbell.visit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AheadMapper {

    @Select("""
            SELECT * FROM visit WHERE member_id = #{member} AND (end_at > #{now} OR status = 'PROPOSED')
                AND status IN ('REQUESTED', 'PLANNED', 'PROPOSED', 'CONFIRMED') ORDER BY start_at, id""")
    List<Visit> of(long member, Instant now);

    /** A visit whose proposed times are ahead is ahead, whatever time it was asked for. */
    @Select("""
            SELECT id FROM visit WHERE id > #{after} AND (end_at > #{now} OR status = 'PROPOSED')
                AND status IN ('REQUESTED', 'PLANNED', 'PROPOSED', 'CONFIRMED') ORDER BY id LIMIT #{most}""")
    List<Long> everybodys(long after, Instant now, int most);

    @Update("UPDATE visit SET grid_id = #{grid} WHERE id = #{id}")
    void answerIn(long id, long grid);

    @Insert("""
            INSERT INTO visit_unplaced (visit_id, member_id, reason, since) VALUES (#{visit}, #{member}, #{reason}, #{at})
            ON DUPLICATE KEY UPDATE member_id = #{member}, reason = #{reason}, since = #{at}""")
    void unplaced(long visit, long member, String reason, Instant at);

    @Select("""
            SELECT v.* FROM visit_unplaced u JOIN visit v ON v.id = u.visit_id AND v.member_id = u.member_id
            WHERE (v.end_at > #{now} OR v.status = 'PROPOSED')
                AND v.status IN ('REQUESTED', 'PLANNED', 'PROPOSED', 'CONFIRMED') ORDER BY v.start_at, v.id LIMIT 500""")
    List<Visit> allUnplaced(Instant now);

    @Delete("DELETE FROM visit_unplaced WHERE visit_id = #{visit}")
    void placed(long visit);

    @Select("""
            SELECT COUNT(*) > 0 FROM visit_unplaced u JOIN visit v ON v.id = u.visit_id AND v.member_id = u.member_id
            WHERE u.visit_id = #{visit}""")
    boolean isUnplaced(long visit);

    /** Empty if it is not there. */
    @Select("SELECT reason FROM visit_unplaced WHERE visit_id = #{visit}")
    String whyUnplaced(long visit);
}
