package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface MessageMapper {

    /** The same slip again writes nothing. */
    @Insert("""
            INSERT INTO message (scene, subject_kind, subject_id, turn, person_kind, person_id, status, urgent, not_before,
                                 due_at, expires_at, created_at)
            VALUES (#{scene}, #{subjectKind}, #{subjectId}, #{turn}, #{personKind}, #{personId}, 'QUEUED', #{urgent}, #{notBefore},
                    #{notBefore}, #{expiresAt}, #{at})
            ON DUPLICATE KEY UPDATE id = id""")
    void insert(Slip slip);

    /**
     * Due ones that have no earlier one of the same person and subject before them; not locked. Looking and locking are two statements, because
     * MariaDB refuses (1020) a locking read that has a view of the past in its subquery.
     */
    @Select("""
            SELECT m.id FROM message m
            WHERE m.status = 'QUEUED' AND m.urgent = #{urgent} AND m.due_at <= #{now}
              AND NOT EXISTS (
                SELECT 1 FROM message e
                WHERE e.person_kind = m.person_kind AND e.person_id = m.person_id AND e.subject_kind = m.subject_kind
                  AND e.subject_id = m.subject_id AND e.id < m.id AND e.not_before <= #{now}
                  AND e.status IN ('QUEUED', 'SENDING'))
            ORDER BY m.due_at, m.id LIMIT #{most}""")
    List<Long> due(boolean urgent, Instant now, int most);

    /**
     * Those that still wait; locked, skipping what others have locked. Read along the primary key: a sort locks all it sorts, also what lies
     * behind the limit, and the other couriers find nothing.
     */
    @Select("""
            <script>SELECT id FROM message FORCE INDEX (PRIMARY) WHERE status = 'QUEUED' AND id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY id LIMIT #{most} FOR UPDATE SKIP LOCKED</script>""")
    List<Long> lock(List<Long> ids, int most);

    @Update("""
            <script>UPDATE message SET status = 'SENDING', fence = fence + 1, claimed_until = #{until}, calling = FALSE WHERE id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    void claim(List<Long> ids, Instant until);

    @Select("""
            <script>SELECT id, scene, subject_kind, subject_id, person_kind, person_id, expires_at, attempts, fence, claimed_until,
                unsure, channel, client_msg_id, first_called_at, last_called_at, tried_since, template_barred, subscribe_barred,
                chat_barred, not_before, created_at
            FROM message WHERE id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach> ORDER BY id</script>""")
    List<Message> read(List<Long> ids);

    @Select("""
            SELECT id FROM message WHERE status = 'SENDING' AND claimed_until < #{now}
            ORDER BY claimed_until LIMIT 200 FOR UPDATE SKIP LOCKED""")
    List<Long> lockLapsed(Instant now);

    /** A call that was begun may have been heard. */
    @Update("""
            <script>UPDATE message SET status = 'QUEUED', due_at = #{now}, fence = fence + 1, claimed_until = NULL,
                unsure = (unsure OR calling), calling = FALSE WHERE id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    void takeBack(List<Long> ids, Instant now);

    /** Zero rows for an old claim. */
    @Update("""
            UPDATE message SET calling = TRUE, attempts = attempts + 1, channel = #{channel}, app = #{app},
                template_id = #{templateId}, fields = #{fields}, client_msg_id = #{clientMsgId},
                first_called_at = #{firstCalledAt}, last_called_at = #{now}, tried_since = COALESCE(tried_since, #{now}),
                wechat_person_id = #{person}, title = #{title}, text = #{text}
            WHERE id = #{id} AND fence = #{fence} AND status = 'SENDING'""")
    int begin(CallRow call);

    /** The inbox text of a message that needs no call. Zero rows for an old claim. */
    @Update("""
            UPDATE message SET title = #{title}, text = #{text}
            WHERE id = #{id} AND fence = #{fence} AND status = 'SENDING'""")
    int write(long id, long fence, String title, String text);

    /** Zero rows for an old claim. */
    @Update("""
            UPDATE message SET status = #{end.status}, due_at = LEAST(#{end.dueAt}, GREATEST(expires_at, #{now})),
                claimed_until = NULL, calling = FALSE, unsure = #{end.unsure},
                template_barred = (template_barred OR #{end.templateBarred}),
                subscribe_barred = (subscribe_barred OR #{end.subscribeBarred}),
                chat_barred = (chat_barred OR #{end.chatBarred}),
                error_code = CASE WHEN #{end.status} <> 'SENT' THEN COALESCE(#{end.errorCode}, error_code) END,
                wechat_msg_id = COALESCE(#{end.msgId}, wechat_msg_id),
                sent_at = CASE WHEN #{end.status} = 'SENT' THEN #{now} ELSE sent_at END, settled_at = #{now}
            WHERE id = #{id} AND fence = #{fence} AND status = 'SENDING'""")
    int settle(long id, long fence, Settlement end, Instant now);

    /** A receipt says it arrived, be it that the answer of the call was never seen. */
    @Update("""
            UPDATE message SET status = 'DELIVERED', unsure = FALSE, error_code = NULL, settled_at = #{now}
            WHERE id = #{id} AND (status IN ('SENT', 'UNKNOWN', 'UNCONFIRMED') OR (status = 'QUEUED' AND unsure))""")
    int delivered(long id, Instant now);

    /** A receipt says it did not arrive: the next channel. */
    @Update("""
            UPDATE message SET status = 'QUEUED', due_at = #{now}, unsure = FALSE, error_code = #{errorCode}, settled_at = #{now},
                template_barred = (template_barred OR channel = 'TEMPLATE'),
                subscribe_barred = (subscribe_barred OR channel = 'SUBSCRIBE')
            WHERE id = #{id} AND (status IN ('SENT', 'UNKNOWN', 'UNCONFIRMED') OR (status = 'QUEUED' AND unsure))""")
    int notDelivered(long id, int errorCode, Instant now);

    /**
     * Messages of a person and channel that a call was begun for and no answer seen, whatever became of them since: a receipt without a known
     * send may be for any of them.
     */
    @Select("""
            SELECT m.id, m.status FROM message m
            WHERE m.wechat_person_id = #{person} AND m.status IN ('UNKNOWN', 'SENDING', 'QUEUED') AND m.channel = #{channel}
              AND (m.status <> 'QUEUED' OR m.unsure) AND m.first_called_at >= #{since}
            ORDER BY m.id LIMIT 2""")
    List<UnansweredRow> unanswered(long person, Channel channel, Instant since);

    @Select("""
            SELECT id, scene, title, text, status, subject_kind, subject_id, created_at FROM (
              (SELECT id, scene, title, text, status, subject_kind, subject_id, created_at FROM message
               WHERE person_kind = 'RESIDENT' AND person_id = #{resident} AND text IS NOT NULL
                 AND (created_at < #{at} OR (created_at = #{at} AND id < #{id}))
               ORDER BY created_at DESC, id DESC LIMIT #{most})
              UNION ALL
              (SELECT id, scene, title, text, status, subject_kind, subject_id, created_at FROM message
               WHERE person_kind = 'STAFF' AND person_id = #{staff} AND text IS NOT NULL
                 AND (created_at < #{at} OR (created_at = #{at} AND id < #{id}))
               ORDER BY created_at DESC, id DESC LIMIT #{most})) inbox
            ORDER BY created_at DESC, id DESC LIMIT #{most}""")
    List<InboxRow> inbox(long resident, long staff, Instant at, long id, int most);

    @Select("""
            SELECT id, scene, title, text, status, subject_kind, subject_id, turn, person_kind, person_id, error_code, created_at
            FROM message
            WHERE status = #{status} AND (created_at < #{at} OR (created_at = #{at} AND id < #{id}))
            ORDER BY created_at DESC, id DESC LIMIT #{most}""")
    List<WorkRow> withStatus(MessageStatus status, Instant at, long id, int most);

    @Select("""
            SELECT id, scene, title, text, status, subject_kind, subject_id, turn, person_kind, person_id, error_code, created_at
            FROM message WHERE id = #{id}""")
    @Nullable
    WorkRow find(long id);

    /** Zero rows if it is not at an end that can be tried again. */
    @Update("""
            UPDATE message SET status = 'QUEUED', due_at = #{now}, attempts = 0, unsure = FALSE, template_barred = FALSE,
                subscribe_barred = FALSE, chat_barred = FALSE, client_msg_id = NULL, first_called_at = NULL, tried_since = NULL, error_code = NULL,
                expires_at = GREATEST(expires_at, #{until}), settled_at = #{now}
            WHERE id = #{id} AND status IN ('DEAD', 'COULD_NOT_TELL', 'UNKNOWN')""")
    int redrive(long id, Instant now, Instant until);

    @Update("""
            UPDATE message SET due_at = #{now}
            WHERE status = 'QUEUED' AND due_at > #{now} AND not_before <= #{now}""")
    void bringForward(Instant now);

    /** Takes the work off the list. Zero rows if it is not on it. */
    @Update("""
            UPDATE message SET status = 'TOLD', told_by = #{staff}, settled_at = #{now}
            WHERE id = #{id} AND status IN ('DEAD', 'COULD_NOT_TELL', 'UNKNOWN')""")
    int told(long id, long staff, Instant now);

    /** What WeChat took before then and no receipt came for. */
    @Select("""
            SELECT id FROM message WHERE status = 'SENT' AND sent_at < #{before}
            ORDER BY sent_at LIMIT #{most} FOR UPDATE SKIP LOCKED""")
    List<Long> lockUnconfirmed(Instant before, int most);

    @Update("""
            <script>UPDATE message SET status = 'UNCONFIRMED', settled_at = #{now} WHERE status = 'SENT' AND id IN
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    int unconfirmed(List<Long> ids, Instant now);

    /** What was to be said by then and has come to no end. */
    @Select("""
            SELECT scene, COUNT(*) AS count FROM message
            WHERE status IN ('QUEUED', 'SENDING') AND not_before <= #{now} GROUP BY scene ORDER BY scene""")
    List<SceneCount> mayHaveBeenSaid(Instant now);

    /** Ends {@link #mayHaveBeenSaid}, whoever holds it. */
    @Update("""
            UPDATE message SET status = 'UNKNOWN', claimed_until = NULL, calling = FALSE, fence = fence + 1,
                error_code = #{errorCode}, settled_at = #{now}
            WHERE status IN ('QUEUED', 'SENDING') AND not_before <= #{now}""")
    int setAside(Instant now, int errorCode);

    @Select("SELECT COUNT(*) FROM message WHERE status = 'QUEUED' AND not_before > #{now}")
    long planned(Instant now);

    /** Scene and channel of a message, for counting. */
    @Select("SELECT scene, channel FROM message WHERE id = #{id}")
    @Nullable
    SentRow sent(long id);

    @Select("SELECT COUNT(*) AS depth, MIN(due_at) AS oldest FROM message WHERE status = 'QUEUED' AND due_at <= #{now}")
    QueueRow queue(Instant now);
}
