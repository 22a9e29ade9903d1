package cn.gridbell.request.outcome;

import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface EndingMapper {

    @Insert("""
            INSERT INTO request_outcome (request_id, where_to_go, transferred_to, merged_into)
            VALUES (#{request}, #{ending.whereToGo}, #{ending.transferredTo}, #{ending.mergedInto})
            ON DUPLICATE KEY UPDATE where_to_go = #{ending.whereToGo}, transferred_to = #{ending.transferredTo},
                merged_into = #{ending.mergedInto}""")
    void keep(long request, Ending ending);

    @Delete("DELETE FROM request_outcome WHERE request_id = #{request}")
    void drop(long request);

    @Select("SELECT where_to_go, transferred_to, merged_into FROM request_outcome WHERE request_id = #{request}")
    @Nullable
    Ending of(long request);
}
