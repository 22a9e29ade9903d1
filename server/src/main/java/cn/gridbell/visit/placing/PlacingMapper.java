package cn.gridbell.visit.placing;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PlacingMapper {

    @Update("UPDATE visit_placing SET asked = asked + 1 WHERE id = 1")
    void ask();

    /** @return how often it was asked, null if all of that is done */
    @Select("SELECT asked FROM visit_placing WHERE id = 1 AND asked > done")
    @Nullable
    Long open();

    @Update("UPDATE visit_placing SET done = #{asked} WHERE id = 1 AND done < #{asked}")
    void done(long asked);
}
