package cn.gridbell.chat;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface GridCodeMapper {

    @Select("SELECT ticket, claimed_until FROM chat_grid_code WHERE grid_id = #{grid}")
    @Nullable
    GridCodeRow find(long grid);

    /** @return 1 for the one who is to ask WeChat, 0 for all others */
    @Insert("""
            INSERT IGNORE INTO chat_grid_code (grid_id, scene, claimed_until, created_at)
            VALUES (#{grid}, #{scene}, #{until}, #{now})""")
    int claimNew(long grid, String scene, Instant until, Instant now);

    @Update("""
            UPDATE chat_grid_code SET claimed_until = #{until}
            WHERE grid_id = #{grid} AND ticket IS NULL AND claimed_until <= #{now}""")
    int claimAgain(long grid, Instant until, Instant now);

    @Update("UPDATE chat_grid_code SET ticket = #{ticket} WHERE grid_id = #{grid} AND ticket IS NULL")
    int keep(long grid, String ticket);

    @Update("UPDATE chat_grid_code SET claimed_until = #{now} WHERE grid_id = #{grid} AND ticket IS NULL")
    int letGo(long grid, Instant now);
}
