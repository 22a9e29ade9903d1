package cn.gridbell.platform;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface IdempotencyMapper {

    @Insert("""
            INSERT INTO idempotency_key (resident_id, idem_key, body_hash, created_at)
            VALUES (#{residentId}, #{key}, #{bodyHash}, #{now})""")
    void insert(long residentId, String key, byte[] bodyHash, Instant now);

    @Update("""
            UPDATE idempotency_key SET answer = #{answer}
            WHERE resident_id = #{residentId} AND idem_key = #{key}""")
    void storeAnswer(long residentId, String key, String answer);

    @Select("""
            SELECT body_hash, answer FROM idempotency_key
            WHERE resident_id = #{residentId} AND idem_key = #{key}""")
    @Nullable
    IdempotencyRow find(long residentId, String key);

    @Delete("DELETE FROM idempotency_key WHERE resident_id = #{residentId}")
    void forget(long residentId);

    @Delete("DELETE FROM idempotency_key WHERE created_at < #{before} ORDER BY created_at LIMIT 1000")
    int forgetBefore(Instant before);
}
