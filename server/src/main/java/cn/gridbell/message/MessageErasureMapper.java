package cn.gridbell.message;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface MessageErasureMapper {

    @Delete("""
            DELETE FROM message_receipt WHERE message_id IN
            (SELECT id FROM message WHERE person_kind = 'RESIDENT' AND person_id = #{resident})""")
    void deleteReceiptsOf(long resident);

    @Delete("DELETE FROM message WHERE person_kind = 'RESIDENT' AND person_id = #{resident}")
    void deleteOf(long resident);

    /** Ended, and planned before that time. */
    @Select("""
            SELECT id FROM message
            WHERE created_at < #{before} AND status NOT IN ('QUEUED', 'SENDING') ORDER BY id LIMIT #{most}""")
    List<Long> settledBefore(Instant before, int most);

    @Delete("""
            <script>
            DELETE FROM message_receipt WHERE message_id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    void deleteReceiptsOfAll(List<Long> ids);

    @Delete("""
            <script>
            DELETE FROM message WHERE id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>""")
    void deleteAll(List<Long> ids);
}
