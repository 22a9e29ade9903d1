package cn.gridbell.platform.restore;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RestoreMapper {

    @Select("SELECT COUNT(*) FROM platform_restored WHERE settled_at IS NULL")
    int pending();

    @Insert("INSERT INTO platform_restored (loaded_at) VALUES (#{now}) ON DUPLICATE KEY UPDATE settled_at = NULL")
    void mark(Instant now);

    @Update("UPDATE platform_restored SET settled_at = #{now} WHERE settled_at IS NULL")
    int settle(Instant now);
}
