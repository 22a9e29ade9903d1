package cn.gridbell.visit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface VisitErasureMapper {

    /** Their words, once the visit is long past. */
    @Update("""
            UPDATE visit SET note = NULL, outcome_note = NULL, rating_comment = NULL, door_code = NULL, reason = NULL
            WHERE end_at < #{before} AND (note IS NOT NULL OR outcome_note IS NOT NULL OR rating_comment IS NOT NULL
                OR door_code IS NOT NULL OR reason IS NOT NULL)
            LIMIT #{most}""")
    int endWords(Instant before, int most);

    @Select("""
            SELECT id FROM visit
            WHERE resident_id = #{resident} AND status IN ('REQUESTED', 'PLANNED', 'PROPOSED', 'CONFIRMED') ORDER BY id""")
    List<Long> aheadOf(long resident);

    @Select("SELECT id FROM visit WHERE resident_id = #{resident} ORDER BY id")
    List<Long> allOf(long resident);

    @Update("""
            UPDATE visit SET resident_id = NULL, note = NULL, outcome_note = NULL, rating_comment = NULL, door_code = NULL,
                reason = CASE WHEN ended_by = 'RESIDENT' THEN '居民已注销。' ELSE reason END
            WHERE resident_id = #{resident}""")
    void erase(long resident);
}
