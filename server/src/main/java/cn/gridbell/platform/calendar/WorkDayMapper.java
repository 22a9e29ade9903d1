package cn.gridbell.platform.calendar;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface WorkDayMapper {

    @Select("SELECT day, working FROM work_day WHERE day BETWEEN #{first} AND #{last}")
    List<WorkDayRow> ofYear(LocalDate first, LocalDate last);

    @Delete("DELETE FROM work_day WHERE day BETWEEN #{first} AND #{last}")
    void clear(LocalDate first, LocalDate last);

    @Insert("INSERT INTO work_day (day, working, name) VALUES (#{day}, #{working}, #{name})")
    void insert(LocalDate day, boolean working, String name);
}
