package cn.gridbell.visit.calendar;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CalendarMapper {

    @Insert("""
            INSERT INTO visit_calendar_feed (member_id, token_key, created_at) VALUES (#{member}, #{key}, #{at})
            ON DUPLICATE KEY UPDATE token_key = VALUES(token_key), created_at = VALUES(created_at)""")
    void issue(long member, byte[] key, Instant at);

    @Delete("DELETE FROM visit_calendar_feed WHERE member_id = #{member}")
    void revoke(long member);

    @Select("SELECT member_id FROM visit_calendar_feed WHERE token_key = #{key}")
    @Nullable
    Long memberOf(byte[] key);

    @Insert("""
            INSERT INTO visit_calendar_entry (member_id, visit_id, sequence, state, number, purpose, start_at, end_at, changed_at)
            VALUES (#{memberId}, #{visitId}, #{sequence}, #{state}, #{number}, #{purpose}, #{startAt}, #{endAt}, #{changedAt})
            ON DUPLICATE KEY UPDATE sequence = VALUES(sequence), state = VALUES(state), start_at = VALUES(start_at),
                end_at = VALUES(end_at), changed_at = VALUES(changed_at)""")
    void write(EntryRow entry);

    /** Takes the visit out of the calendars of everybody who does not go any more. */
    @Update("""
            UPDATE visit_calendar_entry SET state = 'CANCELLED', sequence = #{sequence}, changed_at = #{at}
            WHERE visit_id = #{visit} AND member_id <> #{member} AND state <> 'CANCELLED'""")
    void takeFromOthers(long visit, long member, int sequence, Instant at);

    @Select("""
            SELECT member_id, visit_id, sequence, state, number, purpose, start_at, end_at, changed_at
            FROM visit_calendar_entry WHERE member_id = #{member} AND end_at > #{since}
            ORDER BY end_at, visit_id LIMIT #{most}""")
    List<EntryRow> entries(long member, Instant since, int most);
}
