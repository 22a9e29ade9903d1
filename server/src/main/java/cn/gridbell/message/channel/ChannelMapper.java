package cn.gridbell.message.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ChannelMapper {

    @Select("SELECT channel, quota_day, taken, used_up, heard_at FROM message_channel")
    List<ChannelRow> all();

    /** Takes a block of the day's sends; a new day begins at nothing. Zero rows if it would be more than may be taken. */
    @Update("""
            UPDATE message_channel
            SET taken = CASE WHEN quota_day = #{day} THEN taken + #{block} ELSE #{block} END, quota_day = #{day}
            WHERE channel = #{channel} AND quota_day <= #{day}
              AND CASE WHEN quota_day = #{day} THEN taken ELSE 0 END + #{block} <= #{most}""")
    int take(Channel channel, LocalDate day, long block, long most);

    @Update("UPDATE message_channel SET used_up = #{day} WHERE channel = #{channel}")
    void usedUp(Channel channel, LocalDate day);

    @Update("UPDATE message_channel SET used_up = NULL, taken = 0, quota_day = '2000-01-01' WHERE channel = #{channel}")
    void reopen(Channel channel);

    @Update("""
            UPDATE message_channel SET heard_at = #{at}
            WHERE channel = #{channel} AND (heard_at IS NULL OR heard_at < #{at})""")
    void heard(Channel channel, Instant at);
}
