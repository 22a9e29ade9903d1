package cn.gridbell.chat;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ChatRetentionMapper {

    @Select(
            "SELECT id FROM chat WHERE status = 'CLOSED' AND closed_at < #{before} ORDER BY id LIMIT #{most} FOR UPDATE")
    List<Long> closedBefore(Instant before, int most);

    @Delete("DELETE FROM chat_line WHERE chat_id = #{chat}")
    void deleteLines(long chat);

    @Delete("DELETE FROM chat WHERE id = #{chat}")
    void delete(long chat);
}
