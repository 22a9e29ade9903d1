package cn.gridbell.photo;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PhotoErasureMapper {

    /** The next sweep deletes them. */
    @Update("UPDATE photo SET subject = #{swept} WHERE owner_resident_id = #{owner} AND subject IS NULL")
    void discardUnusedOf(long owner, String swept);

    @Update("""
            UPDATE photo_check SET due_at = NULL, trace_id = NULL, claim = claim + 1,
                state = CASE WHEN state = 'RISKY' THEN state ELSE 'HIDDEN' END
            WHERE photo_id IN (SELECT id FROM photo WHERE owner_resident_id = #{owner})""")
    void hideOf(long owner);

    @Update("UPDATE photo SET owner_resident_id = NULL WHERE owner_resident_id = #{owner}")
    void cutOwner(long owner);
}
