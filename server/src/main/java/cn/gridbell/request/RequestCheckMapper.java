package cn.gridbell.request;

import cn.gridbell.wechat.CheckStep;
import cn.gridbell.wechat.ContentState;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RequestCheckMapper {

    @Insert("""
            INSERT INTO request_check (request_id, entry_id, author_resident_id, state, created_at, due_at)
            VALUES (#{request}, #{entry}, #{author}, 'PENDING', #{now}, #{now})""")
    void await(long request, long entry, long author, Instant now);

    /** A picture that a person has to look at; once. */
    @Insert("""
            INSERT INTO request_check (request_id, entry_id, photo_id, state, cause, created_at, settled_at)
            VALUES (#{request}, #{entry}, #{photo}, 'REVIEW', #{cause}, #{now}, #{now})
            ON DUPLICATE KEY UPDATE id = id""")
    void layPicture(long request, long entry, long photo, CheckStep.@Nullable Cause cause, Instant now);

    /**
     * Words of nobody this house knows: only a person can judge them.
     *
     * @param entry of the timeline, 0: the description
     */
    @Insert("""
            INSERT INTO request_check (request_id, entry_id, state, cause, created_at, settled_at)
            VALUES (#{request}, #{entry}, 'REVIEW', 'CANNOT', #{now}, #{now})""")
    void layWords(long request, long entry, Instant now);

    @Select("""
            SELECT id, request_id, entry_id, author_resident_id, tries, claim, created_at FROM request_check
            WHERE due_at <= #{now} ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED""")
    @Nullable
    RequestCheckRow lockDue(Instant now);

    @Update("""
            UPDATE request_check SET claim = claim + 1, due_at = #{leaseEnd}
            WHERE id = #{id} AND claim = #{claim} AND due_at IS NOT NULL""")
    int claim(long id, int claim, Instant leaseEnd);

    @Select("""
            SELECT CASE WHEN c.entry_id = 0 THEN r.description ELSE e.words END
            FROM request_check c JOIN request r ON r.id = c.request_id LEFT JOIN request_entry e ON e.id = c.entry_id
            WHERE c.id = #{id}""")
    @Nullable
    String wordsOf(long id);

    /** Zero rows for an old claim. */
    @Update("""
            UPDATE request_check SET state = #{step.state}, cause = #{step.cause}, due_at = #{step.dueAt}, tries = tries + 1,
                settled_at = CASE WHEN #{step.state} = 'PENDING' THEN NULL ELSE #{now} END
            WHERE id = #{id} AND claim = #{claim} AND state = 'PENDING'""")
    int settle(long id, int claim, CheckStep step, Instant now);

    @Select("SELECT entry_id, state FROM request_check WHERE request_id = #{request} AND photo_id = 0")
    List<StateOfWords> ofRequest(long request);

    /**
     * Waiting for a person within these territories, the longest wait first.
     *
     * @param grids null: everywhere
     */
    @Select("""
            <script>
            SELECT c.id, c.request_id, r.number, r.grid_id, c.entry_id, c.photo_id,
                   CASE WHEN c.photo_id &gt; 0 THEN NULL WHEN c.entry_id &gt; 0 THEN e.words
                        WHEN r.source = 'OPEN311' THEN CONCAT_WS('，', r.description, r.address) ELSE r.description END AS words,
                   c.state, c.cause, c.settled_at
            FROM request_check c JOIN request r ON r.id = c.request_id LEFT JOIN request_entry e ON e.id = c.entry_id
            WHERE c.state = 'REVIEW' AND (c.settled_at &gt; #{at} OR (c.settled_at = #{at} AND c.id &gt; #{id}))
            <if test="grids != null">
              AND (r.grid_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                OR r.community_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>
                OR r.street_id IN <foreach collection="grids" item="g" open="(" separator="," close=")">#{g}</foreach>)
            </if>
            ORDER BY c.settled_at, c.id LIMIT #{limit}
            </script>""")
    List<ContentReviewRow> reviews(@Nullable List<Long> grids, Instant at, long id, int limit);

    @Select("""
            SELECT c.id, c.request_id, r.number, r.grid_id, c.entry_id, c.photo_id,
                   CASE WHEN c.photo_id > 0 THEN NULL WHEN c.entry_id > 0 THEN e.words
                        WHEN r.source = 'OPEN311' THEN CONCAT_WS('，', r.description, r.address) ELSE r.description END AS words,
                   c.state, c.cause, c.settled_at
            FROM request_check c JOIN request r ON r.id = c.request_id LEFT JOIN request_entry e ON e.id = c.entry_id
            WHERE c.id = #{id} AND c.settled_at IS NOT NULL""")
    @Nullable
    ContentReviewRow review(long id);

    /** Zero rows if somebody decided before. */
    @Update("""
            UPDATE request_check SET state = #{state}, decided_by_staff_id = #{staff}, decision_reason = #{reason},
                decided_at = #{now}
            WHERE id = #{id} AND state = 'REVIEW'""")
    int decide(long id, ContentState state, long staff, String reason, Instant now);

    /** How far the words of an entry are. */
    record StateOfWords(long entryId, ContentState state) {}
}
