package cn.gridbell.wechat.inbound;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What is read and worked of the log; what is put into it goes through {@link Letterbox}. */
@Mapper
interface InboundMapper {

    /** What was not worked yet is not worked any more. */
    @Update("""
            UPDATE wechat_inbound SET body = NULL, sender_key = NULL, status = 'DONE', worked_at = COALESCE(worked_at, #{now})
            WHERE sender_key = #{senderKey}""")
    void forgetSender(byte[] senderKey, Instant now);

    @Select("""
            SELECT id, event_key, door, kind, body, happened_at, tries, claim FROM wechat_inbound
            WHERE id = #{id}""")
    @Nullable
    InboundRow find(long id);

    @Select("SELECT id FROM wechat_inbound WHERE event_key = #{eventKey}")
    @Nullable
    Long findByKey(byte[] eventKey);

    @Select("SELECT received_at FROM wechat_inbound WHERE id = #{id}")
    @Nullable
    Instant receivedAt(long id);

    @Select("SELECT COUNT(*) FROM wechat_inbound WHERE id = #{id} AND status = 'NEW'")
    int countNew(long id);

    @Select("""
            SELECT id, event_key, door, kind, body, happened_at, tries, claim FROM wechat_inbound
            WHERE status = 'NEW' AND due_at <= #{now}
            ORDER BY due_at LIMIT #{limit} FOR UPDATE SKIP LOCKED""")
    List<InboundRow> lockDue(Instant now, int limit);

    @Update("""
            UPDATE wechat_inbound SET claim = claim + 1, due_at = #{leaseEnd}
            WHERE id = #{id} AND status = 'NEW' AND claim = #{claim}""")
    int claim(long id, int claim, Instant leaseEnd);

    @Update("""
            UPDATE wechat_inbound SET status = 'DONE', worked_at = #{now}, body = CASE WHEN #{keepBody} THEN body END
            WHERE id = #{id} AND status = 'NEW' AND claim = #{claim}""")
    int finish(long id, int claim, boolean keepBody, Instant now);

    @Update("""
            UPDATE wechat_inbound SET status = #{status}, tries = #{tries}, due_at = #{dueAt}
            WHERE id = #{id} AND status = 'NEW' AND claim = #{claim}""")
    int putBack(long id, int claim, String status, int tries, Instant dueAt);

    /** Claims of nodes that are no more, and pauses, end. */
    @Update("UPDATE wechat_inbound SET due_at = #{now} WHERE status = 'NEW' AND due_at > #{now}")
    void allDue(Instant now);

    @Select("SELECT COUNT(*) FROM wechat_inbound WHERE status = 'NEW'")
    int unworked();

    @Delete(
            "DELETE FROM wechat_inbound WHERE received_at < #{before} AND status IN ('DONE', 'POISON') ORDER BY received_at LIMIT 500")
    int forgetBefore(Instant before);
}
