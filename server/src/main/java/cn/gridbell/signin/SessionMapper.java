package cn.gridbell.signin;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SessionMapper {

    @Insert("""
            INSERT INTO signin_session (resident_id, wechat_person_id, created_at, expires_at)
            VALUES (#{residentId}, #{wechatPersonId}, #{createdAt}, #{expiresAt})""")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(NewSession session);

    @Select("""
            SELECT id, resident_id, wechat_person_id FROM signin_session
            WHERE id = #{id} AND ended_at IS NULL AND expires_at > #{now}""")
    @Nullable
    SessionRow findOpen(long id, Instant now);

    @Update("""
            UPDATE signin_session SET ended_at = #{now}, ended_as = #{as}
            WHERE id = #{id} AND ended_at IS NULL""")
    int end(long id, SessionEnd as, Instant now);

    @Delete("DELETE FROM signin_session WHERE resident_id = #{resident}")
    int deleteOf(long resident);

    @Delete("DELETE FROM signin_session WHERE expires_at < #{before} ORDER BY expires_at LIMIT 1000")
    int forgetBefore(Instant before);
}
