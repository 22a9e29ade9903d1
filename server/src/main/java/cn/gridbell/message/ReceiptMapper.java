package cn.gridbell.message;

import cn.gridbell.wechat.WechatApp;
import cn.gridbell.wechat.WechatReceiptArrived;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ReceiptMapper {

    /** The answer of a send; locks the row. The first message keeps it. */
    @Insert("""
            INSERT INTO message_receipt (app, wechat_msg_id, message_id, created_at) VALUES (#{app}, #{msgId}, #{messageId}, #{now})
            ON DUPLICATE KEY UPDATE message_id = COALESCE(message_id, VALUES(message_id))""")
    void answered(WechatApp app, String msgId, long messageId, Instant now);

    /** A receipt; locks the row. The first result stays. */
    @Insert("""
            INSERT INTO message_receipt (app, wechat_msg_id, result, created_at) VALUES (#{app}, #{msgId}, #{result}, #{now})
            ON DUPLICATE KEY UPDATE result = COALESCE(result, VALUES(result))""")
    void arrived(WechatApp app, String msgId, WechatReceiptArrived.Result result, Instant now);

    /** Notes whose phone a receipt was for that fits no known send. */
    @Update("""
            UPDATE message_receipt SET wechat_person_id = #{person}
            WHERE app = #{app} AND wechat_msg_id = #{msgId} AND message_id IS NULL""")
    void unmatched(WechatApp app, String msgId, long person);

    /** Receipts that may be for this message and fit no known send. */
    @Select("""
            SELECT COUNT(*) FROM message m
            JOIN message_receipt r ON r.wechat_person_id = m.wechat_person_id AND r.created_at >= m.first_called_at
            WHERE m.id = #{messageId} AND r.app = m.app AND r.message_id IS NULL""")
    int unmatchedSince(long messageId);

    @Select("""
            SELECT message_id, result, applied FROM message_receipt
            WHERE app = #{app} AND wechat_msg_id = #{msgId} FOR UPDATE""")
    ReceiptRow lock(WechatApp app, String msgId);

    /** What was heard of a message and not yet written into it, of all its sends. */
    @Select("""
            SELECT message_id, result, applied FROM message_receipt
            WHERE message_id = #{messageId} AND result IS NOT NULL AND applied = FALSE""")
    List<ReceiptRow> unapplied(long messageId);

    @Update("UPDATE message_receipt SET message_id = #{messageId} WHERE app = #{app} AND wechat_msg_id = #{msgId}")
    void match(WechatApp app, String msgId, long messageId);

    @Update("UPDATE message_receipt SET applied = TRUE WHERE message_id = #{messageId} AND result IS NOT NULL")
    void applied(long messageId);
}
