package cn.gridbell.photo;

import cn.gridbell.wechat.CheckStep;
import cn.gridbell.wechat.ContentState;
import cn.gridbell.wechat.WechatPictureChecked.Verdict;
import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PhotoCheckMapper {

    @Select("""
            SELECT photo_id, trace_id, tries, misses, claim, created_at FROM photo_check
            WHERE due_at <= #{now} ORDER BY due_at, photo_id LIMIT 1 FOR UPDATE SKIP LOCKED""")
    @Nullable
    PhotoCheckRow lockDue(Instant now);

    @Update("""
            UPDATE photo_check SET claim = claim + 1, due_at = #{leaseEnd}
            WHERE photo_id = #{photoId} AND claim = #{claim} AND due_at IS NOT NULL""")
    int claim(long photoId, int claim, Instant leaseEnd);

    @Select("""
            SELECT photo_id, trace_id, tries, misses, claim, created_at FROM photo_check WHERE photo_id = #{photoId}""")
    @Nullable
    PhotoCheckRow find(long photoId);

    @Select("SELECT owner_resident_id FROM photo WHERE id = #{photoId} AND owner_resident_id IS NOT NULL")
    @Nullable
    Long ownerOf(long photoId);

    @Select("SELECT subject FROM photo WHERE id = #{photoId}")
    @Nullable
    String subjectOf(long photoId);

    /** WeChat took the question. Zero rows for an old claim. */
    @Update("""
            UPDATE photo_check SET trace_id = #{traceId}, due_at = #{dueAt}
            WHERE photo_id = #{photoId} AND claim = #{claim} AND state = 'PENDING'""")
    int asked(long photoId, int claim, String traceId, @Nullable Instant dueAt);

    /** What came of a question that WeChat did not take. Zero rows for an old claim. */
    @Update("""
            UPDATE photo_check SET state = #{step.state}, cause = #{step.cause}, due_at = #{step.dueAt}, tries = tries + 1,
                settled_at = CASE WHEN #{step.state} = 'PENDING' THEN NULL ELSE #{now} END
            WHERE photo_id = #{photoId} AND claim = #{claim} AND state = 'PENDING'""")
    int refused(long photoId, int claim, CheckStep step, Instant now);

    /** The verdict on the check under way; zero rows if another one is under way by now, or none. */
    @Update("""
            UPDATE photo_check SET state = #{state}, cause = #{cause}, due_at = NULL, settled_at = #{now}, claim = claim + 1
            WHERE photo_id = #{photoId} AND trace_id = #{traceId} AND state = 'PENDING'""")
    int judge(long photoId, String traceId, ContentState state, CheckStep.@Nullable Cause cause, Instant now);

    /** Asks once more. Zero rows if another check is under way by now, or none. */
    @Update("""
            UPDATE photo_check SET trace_id = NULL, misses = misses + 1, due_at = #{dueAt}, claim = claim + 1
            WHERE photo_id = #{photoId} AND trace_id = #{traceId} AND state = 'PENDING'""")
    int askAgain(long photoId, String traceId, Instant dueAt);

    /** A person decides; zero rows if there is nothing to decide. */
    @Update("""
            UPDATE photo_check SET state = #{state}, settled_at = #{now}
            WHERE photo_id = #{photoId} AND state = 'REVIEW'""")
    int decide(long photoId, ContentState state, Instant now);

    /** Locks the meeting point either way. */
    @Insert("""
            INSERT INTO photo_verdict (trace_id, photo_id, created_at) VALUES (#{traceId}, #{photoId}, #{now})
            ON DUPLICATE KEY UPDATE photo_id = VALUES(photo_id)""")
    void meetAsked(String traceId, long photoId, Instant now);

    /** Locks the meeting point either way; the first verdict counts. */
    @Insert("""
            INSERT INTO photo_verdict (trace_id, verdict, created_at) VALUES (#{traceId}, #{verdict}, #{now})
            ON DUPLICATE KEY UPDATE verdict = COALESCE(verdict, VALUES(verdict))""")
    void meetVerdict(String traceId, Verdict verdict, Instant now);

    @Select("SELECT photo_id, verdict FROM photo_verdict WHERE trace_id = #{traceId}")
    Meeting meeting(String traceId);

    @Delete("DELETE FROM photo_verdict WHERE created_at < #{before} ORDER BY created_at LIMIT 1000")
    int forgetBefore(Instant before);

    /** What is known of a question and its verdict. */
    record Meeting(@Nullable Long photoId, @Nullable Verdict verdict) {}
}
