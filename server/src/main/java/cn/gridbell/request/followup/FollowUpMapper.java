package cn.gridbell.request.followup;

import cn.gridbell.platform.Cursor;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface FollowUpMapper {

    @Insert("""
            INSERT INTO request_follow_up (request_id, due_at) VALUES (#{request}, #{due})
            ON DUPLICATE KEY UPDATE due_at = #{due}, asked_at = NULL, answer = NULL""")
    void plan(long request, Instant due);

    @Select("""
            SELECT request_id, due_at, asked_at, answer, new_request_id AS new_request FROM request_follow_up
            WHERE request_id = #{request}""")
    @Nullable
    FollowUp find(long request);

    @Select("""
            SELECT due_at AS at, request_id AS id FROM request_follow_up
            WHERE asked_at IS NULL AND due_at <= #{now}
                AND (due_at > #{after.at} OR (due_at = #{after.at} AND request_id > #{after.id}))
            ORDER BY due_at, request_id LIMIT #{most}""")
    List<Cursor> due(Instant now, Cursor after, int most);

    @Update("UPDATE request_follow_up SET asked_at = #{now} WHERE request_id = #{request} AND asked_at IS NULL")
    int ask(long request, Instant now);

    @Update("""
            UPDATE request_follow_up SET answer = #{answer}, answered_at = #{now}, new_request_id = #{anew}
            WHERE request_id = #{request} AND asked_at IS NOT NULL AND answer IS NULL""")
    int answer(long request, FollowUp.Answer answer, @Nullable Long anew, Instant now);

    @Delete("DELETE FROM request_follow_up WHERE request_id = #{request} AND asked_at IS NULL")
    void drop(long request);
}
