package cn.gridbell.wechat;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ChatWindowMapper {

    @Select("SELECT opening, closes_at, left_count AS `left` FROM wechat_chat_window WHERE open_id = #{openId}")
    @Nullable
    ChatWindowRow find(String openId);

    /** Makes sure that there is a row, closed since ever; whoever has one keeps it. */
    @Insert("""
            INSERT IGNORE INTO wechat_chat_window (open_id, opened_at, closes_at, left_count)
            VALUES (#{openId}, #{never}, #{never}, 0)""")
    int insertClosed(String openId, Instant never);

    /** A message of the person: a window that closes later was opened by a newer one and stays. */
    @Update("""
            UPDATE wechat_chat_window SET opening = opening + 1, opened_at = #{at}, closes_at = #{closesAt}, left_count = #{most}
            WHERE open_id = #{openId} AND closes_at <= #{closesAt}""")
    int openByMessage(String openId, Instant at, Instant closesAt, int most);

    /** A tap: a window that is open for longer is worth more and stays, unless it is used up and older. */
    @Update("""
            UPDATE wechat_chat_window SET opening = opening + 1, opened_at = #{at}, closes_at = #{closesAt}, left_count = #{most}
            WHERE open_id = #{openId} AND opened_at < #{at} AND (closes_at < #{closesAt} OR left_count = 0)""")
    int openByTap(String openId, Instant at, Instant closesAt, int most);

    /** @return 0 if this window was used up, or another one opened meanwhile */
    @Update("""
            UPDATE wechat_chat_window SET left_count = left_count - 1
            WHERE open_id = #{openId} AND opening = #{opening} AND left_count > 0""")
    int take(String openId, long opening);

    @Update("""
            UPDATE wechat_chat_window SET left_count = left_count + 1
            WHERE open_id = #{openId} AND opening = #{opening}""")
    int giveBack(String openId, long opening);

    @Update("UPDATE wechat_chat_window SET left_count = 0 WHERE open_id = #{openId} AND opening = #{opening}")
    int close(String openId, long opening);

    @Delete("DELETE FROM wechat_chat_window WHERE closes_at < #{before} ORDER BY closes_at LIMIT 500")
    int forgetClosedBefore(Instant before);
}
