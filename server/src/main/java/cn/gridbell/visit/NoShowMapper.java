package cn.gridbell.visit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface NoShowMapper {

    @Select("""
            SELECT id FROM visit WHERE status IN ('CONFIRMED', 'PLANNED') AND end_at <= #{before} AND checked_in_at IS NULL
            ORDER BY end_at LIMIT #{most}""")
    List<Long> missed(Instant before, int most);

    @Insert("""
            INSERT INTO visit_no_show (visit_id, side, said_by_resident, resident_id, member_id, at)
            VALUES (#{visit}, #{side}, #{said}, #{resident}, #{member}, #{at})""")
    void insert(long visit, VisitSide side, boolean said, long resident, long member, Instant at);

    /** Whether a member counts as not there because time went by, and for nothing else. */
    @Select("""
            SELECT COUNT(*) > 0 FROM visit_no_show
            WHERE visit_id = #{visit} AND side = 'MEMBER' AND said_by_resident = FALSE""")
    boolean isByTimeAlone(long visit);

    @Delete("DELETE FROM visit_no_show WHERE visit_id = #{visit} AND side = 'MEMBER' AND said_by_resident = FALSE")
    void takeBack(long visit);

    /** @return 0 if there is nothing to object to, or it was done before */
    @Update("""
            UPDATE visit_no_show SET objected_at = #{at}
            WHERE visit_id = #{visit} AND side = 'RESIDENT' AND objected_at IS NULL""")
    int object(long visit, Instant at);

    /** Whose it was. */
    @Update("UPDATE visit_no_show SET resident_id = 0 WHERE visit_id = #{visit}")
    void forget(long visit);

    @Select("""
            SELECT COUNT(*) FROM visit_no_show
            WHERE resident_id = #{resident} AND side = 'RESIDENT' AND at > #{since} AND objected_at IS NULL""")
    int ofResident(long resident, Instant since);

    @Select("SELECT COUNT(*) FROM visit_no_show WHERE member_id = #{member} AND side = 'MEMBER' AND at > #{since}")
    int ofMember(long member, Instant since);
}
