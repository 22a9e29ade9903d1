package cn.gridbell.wechat.inbound;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ReplyMapper {

    @Insert("""
            INSERT INTO wechat_reply (inbound_id, person_id, words, status, due_at, created_at)
            VALUES (#{inboundId}, #{personId}, #{words}, 'WAITING', #{dueAt}, #{now})""")
    void insert(long inboundId, long personId, byte[] words, Instant dueAt, Instant now);

    @Select(
            "SELECT inbound_id, person_id, words, status, tries, claim FROM wechat_reply WHERE inbound_id = #{inboundId}")
    @Nullable
    ReplyRow find(long inboundId);

    @Update("""
            UPDATE wechat_reply SET status = 'PASSIVE', ended_at = #{now}, claim = claim + 1
            WHERE inbound_id = #{inboundId} AND status = 'WAITING' AND claim = #{claim}""")
    int takePassive(long inboundId, int claim, Instant now);

    /** Whoever took it before can no longer give it back. */
    @Update("""
            UPDATE wechat_reply SET claim = claim + 1
            WHERE inbound_id = #{inboundId} AND status = 'PASSIVE' AND claim = #{claim}""")
    int takeAgain(long inboundId, int claim);

    @Update("""
            UPDATE wechat_reply SET status = 'WAITING', ended_at = NULL, due_at = #{now}
            WHERE inbound_id = #{inboundId} AND status = 'PASSIVE' AND claim = #{claim}""")
    int giveBackPassive(long inboundId, int claim, Instant now);

    @Select("""
            SELECT inbound_id, person_id, words, status, tries, claim FROM wechat_reply
            WHERE status = 'WAITING' AND due_at <= #{now}
            ORDER BY due_at LIMIT #{limit} FOR UPDATE SKIP LOCKED""")
    List<ReplyRow> lockDue(Instant now, int limit);

    @Update("""
            UPDATE wechat_reply SET status = 'SENDING', claim = claim + 1, called_at = NULL, due_at = #{leaseEnd}
            WHERE inbound_id = #{inboundId} AND status = 'WAITING' AND claim = #{claim}""")
    int claim(long inboundId, int claim, Instant leaseEnd);

    @Update("""
            UPDATE wechat_reply SET called_at = #{now}
            WHERE inbound_id = #{inboundId} AND status = 'SENDING' AND claim = #{claim} AND due_at > #{now}""")
    int callBegins(long inboundId, int claim, Instant now);

    @Update("""
            UPDATE wechat_reply SET status = #{status}, reason = #{reason}, ended_at = #{now},
              words = CASE WHEN #{status} = 'SENT' THEN words END
            WHERE inbound_id = #{inboundId} AND status = 'SENDING' AND claim = #{claim}""")
    int end(long inboundId, int claim, String status, @Nullable String reason, Instant now);

    @Update("""
            UPDATE wechat_reply SET status = 'WAITING', tries = tries + 1, called_at = NULL, due_at = #{dueAt}
            WHERE inbound_id = #{inboundId} AND status = 'SENDING' AND claim = #{claim}""")
    int putBack(long inboundId, int claim, Instant dueAt);

    /** Claims of nodes that died before they called. */
    @Update("""
            UPDATE wechat_reply SET status = 'WAITING', tries = tries + 1, due_at = #{now}
            WHERE status = 'SENDING' AND due_at <= #{now} AND called_at IS NULL""")
    int takeBackUncalled(Instant now);

    /** Claims of nodes that died between the call and its answer. */
    @Update("""
            UPDATE wechat_reply SET status = 'UNKNOWN', ended_at = #{now}
            WHERE status = 'SENDING' AND due_at <= #{now} AND called_at IS NOT NULL""")
    int endUnanswered(Instant now);

    /** What waits or is under way, whoever holds it. */
    @Update("""
            UPDATE wechat_reply SET status = 'UNKNOWN', words = NULL, claim = claim + 1, ended_at = #{now}
            WHERE status IN ('WAITING', 'SENDING')""")
    int setAside(Instant now);

    @Delete("DELETE FROM wechat_reply WHERE created_at < #{before} ORDER BY created_at LIMIT 500")
    int forgetBefore(Instant before);
}
