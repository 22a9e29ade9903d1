package cn.gridbell.chat;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChatAnswerMapper {

    @Select("""
            SELECT id, word, matching, answer, priority, enabled, version, changed_at FROM chat_answer
            ORDER BY priority DESC, CHAR_LENGTH(word) DESC, id LIMIT #{most}""")
    List<ChatAnswerRow> all(int most);

    @Select("""
            SELECT id, word, matching, answer, priority, enabled, version, changed_at FROM chat_answer
            WHERE id = #{id}""")
    @Nullable
    ChatAnswerRow find(long id);

    @Select("SELECT COUNT(*) FROM chat_answer")
    int count();

    @Insert("""
            INSERT INTO chat_answer (word, matching, answer, priority, enabled, changed_by, changed_at)
            VALUES (#{word}, #{a.matching}, #{a.answer}, #{a.priority}, #{a.enabled}, #{staff}, #{now})""")
    int insert(String word, WriteChatAnswer a, long staff, Instant now);

    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    @Update("""
            UPDATE chat_answer SET word = #{word}, matching = #{a.matching}, answer = #{a.answer}, priority = #{a.priority},
              enabled = #{a.enabled}, version = version + 1, changed_by = #{staff}, changed_at = #{now}
            WHERE id = #{id} AND version = #{a.version}""")
    int replace(long id, String word, WriteChatAnswer a, long staff, Instant now);

    @Delete("DELETE FROM chat_answer WHERE id = #{id}")
    int remove(long id);
}
