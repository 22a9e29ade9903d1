package cn.gridbell.request;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChatDraftMapper {

    String ROW = """
            SELECT id, resident_id, status, latitude, longitude, address, created_at, expires_at, request_id FROM request_draft
            """;

    /** The draft that still grows, locked. */
    @Select(ROW + "WHERE current_of = #{resident} AND touched_at >= #{since} AND expires_at > #{now} FOR UPDATE")
    @Nullable
    ChatDraftRow growing(long resident, Instant since, Instant now);

    /** What has rested too long grows no more. */
    @Update("""
            UPDATE request_draft SET current_of = NULL
            WHERE current_of = #{resident} AND (touched_at < #{since} OR expires_at <= #{now})""")
    void rest(long resident, Instant since, Instant now);

    /** @throws org.springframework.dao.DuplicateKeyException if another one began to grow at the same time */
    @Insert("""
            INSERT INTO request_draft (resident_id, current_of, status, created_at, touched_at, expires_at)
            VALUES (#{resident}, #{resident}, 'OPEN', #{now}, #{now}, #{expiresAt})""")
    void insert(long resident, Instant now, Instant expiresAt);

    @Select("SELECT LAST_INSERT_ID()")
    long lastId();

    @Update("UPDATE request_draft SET touched_at = #{now} WHERE id = #{id}")
    void touch(long id, Instant now);

    @Update("""
            UPDATE request_draft SET latitude = #{latitude}, longitude = #{longitude}, address = #{address}
            WHERE id = #{id} AND status = 'OPEN'""")
    void place(long id, double latitude, double longitude, @Nullable String address);

    @Select(ROW + "WHERE id = #{id}")
    @Nullable
    ChatDraftRow find(long id);

    @Select(ROW + "WHERE id = #{id} FOR UPDATE")
    @Nullable
    ChatDraftRow lock(long id);

    @Select(ROW
            + "WHERE resident_id = #{resident} AND status = 'OPEN' AND expires_at > #{now} ORDER BY id DESC LIMIT 20")
    List<ChatDraftRow> openOf(long resident, Instant now);

    /** Zero rows if it was used, withdrawn or is over. */
    @Update("""
            UPDATE request_draft SET status = 'USED', current_of = NULL, latitude = NULL, longitude = NULL, address = NULL
            WHERE id = #{id} AND resident_id = #{resident} AND status = 'OPEN' AND expires_at > #{now}""")
    int use(long id, long resident, Instant now);

    @Update("UPDATE request_draft SET request_id = #{request} WHERE id = #{id} AND status = 'USED'")
    void became(long id, long request);

    /**
     * Nothing of it is kept. Zero rows if it is not open any more.
     *
     * @param status WITHDRAWN or EXPIRED
     */
    @Update("""
            UPDATE request_draft SET status = #{status}, current_of = NULL, latitude = NULL, longitude = NULL, address = NULL
            WHERE id = #{id} AND status = 'OPEN'""")
    int close(long id, String status);

    @Select(
            "SELECT id FROM request_draft WHERE status = 'OPEN' AND expires_at <= #{now} ORDER BY expires_at, id LIMIT 100")
    List<Long> over(Instant now);

    @Select("""
            SELECT id FROM request_draft WHERE expires_at < #{before} AND status <> 'OPEN'
            ORDER BY expires_at LIMIT #{most} FOR UPDATE SKIP LOCKED""")
    List<Long> past(Instant before, int most);

    /** Those that ended before, with their pictures. @return how many drafts */
    default int forget(Instant before, int most) {
        List<Long> past = past(before, most);
        if (!past.isEmpty()) {
            deletePictures(past);
            deleteAll(past);
        }
        return past.size();
    }

    @Delete("""
            <script>
            DELETE FROM request_draft_picture
            WHERE draft_id IN <foreach collection="drafts" item="draft" open="(" separator="," close=")">#{draft}</foreach>
            </script>""")
    void deletePictures(List<Long> drafts);

    @Delete("""
            <script>
            DELETE FROM request_draft WHERE id IN <foreach collection="drafts" item="draft" open="(" separator="," close=")">#{draft}</foreach>
            </script>""")
    void deleteAll(List<Long> drafts);

    /** The same letter again writes nothing. */
    @Insert("""
            INSERT INTO request_draft_picture (inbound_id, draft_id, status, refusal, due_at)
            VALUES (#{inboundId}, #{draft}, #{status}, #{refusal}, #{dueAt})
            ON DUPLICATE KEY UPDATE inbound_id = #{inboundId}""")
    void insertPicture(long inboundId, long draft, String status, @Nullable String refusal, @Nullable Instant dueAt);

    @Select("SELECT COUNT(*) FROM request_draft_picture WHERE draft_id = #{draft} AND status <> 'REFUSED'")
    int countPictures(long draft);

    @Select("""
            SELECT inbound_id, draft_id, status, refusal, tries, claim FROM request_draft_picture
            WHERE draft_id = #{draft} ORDER BY inbound_id""")
    List<DraftPictureRow> picturesOf(long draft);

    @Select("""
            SELECT inbound_id, draft_id, status, refusal, tries, claim FROM request_draft_picture
            WHERE due_at <= #{now} ORDER BY due_at, inbound_id LIMIT 1 FOR UPDATE SKIP LOCKED""")
    @Nullable
    DraftPictureRow lockDue(Instant now);

    @Update("""
            UPDATE request_draft_picture SET claim = claim + 1, due_at = #{leaseEnd}
            WHERE inbound_id = #{inboundId} AND claim = #{claim} AND due_at IS NOT NULL""")
    int claim(long inboundId, int claim, Instant leaseEnd);

    /** Zero rows for an old claim. */
    @Update("""
            UPDATE request_draft_picture SET status = 'KEPT', photo_id = #{photo}, due_at = NULL
            WHERE inbound_id = #{inboundId} AND claim = #{claim} AND status = 'WAITING'""")
    int kept(long inboundId, int claim, long photo);

    /** Zero rows for an old claim. */
    @Update("""
            UPDATE request_draft_picture SET status = 'REFUSED', refusal = #{words}, due_at = NULL
            WHERE inbound_id = #{inboundId} AND claim = #{claim} AND status = 'WAITING'""")
    int refuse(long inboundId, int claim, String words);

    /** Zero rows for an old claim. */
    @Update("""
            UPDATE request_draft_picture SET tries = tries + 1, due_at = #{dueAt}
            WHERE inbound_id = #{inboundId} AND claim = #{claim} AND status = 'WAITING'""")
    int later(long inboundId, int claim, Instant dueAt);

    /** What was not fetched when its draft ended is not fetched any more. */
    @Update("""
            UPDATE request_draft_picture SET status = 'REFUSED', due_at = NULL
            WHERE draft_id = #{draft} AND status = 'WAITING'""")
    void dropWaiting(long draft);
}
