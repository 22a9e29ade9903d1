package cn.gridbell.request.retention;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ClosedRequestMapper {

    @Select("""
            SELECT id FROM request WHERE named_until_closed_at < #{before}
            ORDER BY named_until_closed_at LIMIT #{most} FOR UPDATE SKIP LOCKED""")
    List<Long> closedBefore(Instant before, int most);

    /** That something was said stays, what was said goes. */
    @Update("""
            UPDATE request_entry SET actor_id = NULL,
                words = CASE WHEN kind = 'SUBMITTED' THEN words ELSE '已过保存期限，内容已删除。' END
            WHERE request_id = #{request} AND actor = 'RESIDENT'""")
    void endWords(long request);

    /** Nothing of it is public any more. */
    @Update("""
            UPDATE request_check SET author_resident_id = NULL, due_at = NULL, claim = claim + 1,
                state = CASE WHEN state = 'RISKY' THEN state ELSE 'HIDDEN' END
            WHERE request_id = #{request}""")
    void hide(long request);

    @Update("""
            UPDATE request SET reporter_resident_id = NULL, anonymous = TRUE, address = NULL WHERE id = #{request}""")
    void cutReporter(long request);

    @Delete("DELETE FROM request_follower WHERE request_id = #{request}")
    void dropFollowers(long request);

    @Update("UPDATE request_rating SET resident_id = NULL WHERE request_id = #{request}")
    void cutRatings(long request);

    @Update("UPDATE request_chase SET resident_id = NULL WHERE request_id = #{request}")
    void cutChases(long request);
}
