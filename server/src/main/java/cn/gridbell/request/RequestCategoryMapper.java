package cn.gridbell.request;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RequestCategoryMapper {

    @Select("""
            SELECT code, parent, name, keywords, private AS is_private, first_colour,
                   green_hours, yellow_hours, blue_hours, red_hours
            FROM request_category ORDER BY position""")
    List<RequestCategory> all();
}
