package cn.gridbell.message.preference;

import cn.gridbell.message.wording.Topic;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface PreferenceMapper {

    @Select("SELECT topic FROM message_preference WHERE resident_id = #{resident} AND wanted = FALSE")
    List<Topic> unwanted(long resident);

    @Insert("""
            INSERT INTO message_preference (resident_id, topic, wanted, changed_at)
            VALUES (#{resident}, #{topic}, #{wanted}, #{now})
            ON DUPLICATE KEY UPDATE wanted = VALUES(wanted), changed_at = VALUES(changed_at)""")
    void say(long resident, Topic topic, boolean wanted, Instant now);

    @Delete("DELETE FROM message_preference WHERE resident_id = #{resident}")
    void forget(long resident);
}
