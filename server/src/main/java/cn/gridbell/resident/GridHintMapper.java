package cn.gridbell.resident;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface GridHintMapper {

    @Select("SELECT grid_id FROM resident_grid_hint WHERE wechat_person_id = #{person}")
    @Nullable
    Long find(long person);

    @Insert("""
            INSERT IGNORE INTO resident_grid_hint (wechat_person_id, grid_id, hinted_at)
            VALUES (#{person}, #{grid}, #{at})""")
    int insert(long person, long grid, Instant at);

    @Delete("DELETE FROM resident_grid_hint WHERE wechat_person_id = #{person}")
    int delete(long person);

    @Update("""
            UPDATE resident_grid_hint SET grid_id = #{grid}, hinted_at = #{at}
            WHERE wechat_person_id = #{person} AND hinted_at <= #{at}""")
    int replace(long person, long grid, Instant at);
}
