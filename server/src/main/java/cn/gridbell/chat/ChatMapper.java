package cn.gridbell.chat;

import cn.gridbell.platform.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChatMapper {

    @Insert("""
            INSERT INTO chat (person_id, open_person_id, grid_id, community_id, street_id, status, opened_at, said_at)
            VALUES (#{person}, #{person}, #{grid}, #{community}, #{street}, 'WAITING', #{now}, #{now})""")
    int open(long person, @Nullable Long grid, @Nullable Long community, @Nullable Long street, Instant now);

    @Select("""
            SELECT id, person_id, grid_id, status, line_count, opened_at, said_at FROM chat
            WHERE open_person_id = #{person} FOR UPDATE""")
    @Nullable
    ChatRow lockOpen(long person);

    @Select("""
            SELECT id, person_id, grid_id, status, line_count, opened_at, said_at FROM chat
            WHERE id = #{id}""")
    @Nullable
    ChatRow find(long id);

    @Select("""
            SELECT id, person_id, grid_id, status, line_count, opened_at, said_at FROM chat
            WHERE id = #{id} FOR UPDATE""")
    @Nullable
    ChatRow lock(long id);

    /** @param all whatever grid; {@code street} also those without a grid; otherwise those of the grids and what lies below them */
    @Select("""
            <script>
            SELECT id, person_id, grid_id, status, line_count, opened_at, said_at FROM chat
            WHERE status = #{status}
              <if test="!all">
              AND (grid_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                OR community_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                OR street_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                <if test="street">OR grid_id IS NULL</if>)
              </if>
              AND (opened_at &gt; #{after.at} OR (opened_at = #{after.at} AND id &gt; #{after.id}))
            ORDER BY opened_at, id LIMIT #{limit}
            </script>""")
    List<ChatRow> withStatus(
            ChatStatus status, boolean all, boolean street, Collection<Long> grids, Cursor after, int limit);

    @Insert("""
            INSERT INTO chat_line (chat_id, line_no, staff_id, inbound_id, words, state, said_at)
            VALUES (#{chat}, #{lineNo}, #{staff}, #{inbound}, #{words}, #{state}, #{now})""")
    int addLine(
            long chat,
            int lineNo,
            @Nullable Long staff,
            @Nullable Long inbound,
            byte[] words,
            LineState state,
            Instant now);

    @Update("""
            UPDATE chat SET status = 'WAITING', line_count = #{lines}, said_at = #{now}
            WHERE id = #{id} AND status <> 'CLOSED'""")
    int heard(long id, int lines, Instant now);

    @Update("UPDATE chat SET line_count = #{lines} WHERE id = #{id} AND status <> 'CLOSED'")
    int grown(long id, int lines);

    /** What the person said after the answer was written still waits. */
    @Update("""
            UPDATE chat SET status = 'ANSWERED'
            WHERE id = #{id} AND status = 'WAITING' AND line_count = #{lines}""")
    int answered(long id, int lines);

    @Update("""
            UPDATE chat SET status = 'CLOSED', open_person_id = NULL, closed_at = #{now}, closed_by = #{staff}
            WHERE id = #{id} AND status <> 'CLOSED'""")
    int close(long id, long staff, Instant now);

    @Update("""
            UPDATE chat_line SET state = #{state}
            WHERE chat_id = #{chat} AND line_no = #{lineNo} AND state = 'SENDING'""")
    int ended(long chat, int lineNo, LineState state);

    @Select("""
            SELECT line_no, staff_id, words, state, said_at FROM chat_line
            WHERE chat_id = #{chat} ORDER BY line_no DESC LIMIT #{most}""")
    List<ChatLineRow> lastLines(long chat, int most);

    @Delete("DELETE FROM chat_line WHERE chat_id IN (SELECT id FROM chat WHERE person_id = #{person})")
    int deleteLinesOf(long person);

    @Delete("DELETE FROM chat WHERE person_id = #{person}")
    int deleteOf(long person);

    @Select("SELECT state FROM chat_line WHERE chat_id = #{chat} AND line_no = #{lineNo}")
    @Nullable
    LineState stateOf(long chat, int lineNo);

    @Select("SELECT COUNT(*) FROM chat_line WHERE inbound_id = #{inbound}")
    int countHeard(long inbound);
}
