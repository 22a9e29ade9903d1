package cn.gridbell.platform.calendar;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface WorkDayMapper {

    @Select("SELECT day, working FROM work_day WHERE day BETWEEN #{first} AND #{last}")
    List<WorkDayRow> ofYear(LocalDate first, LocalDate last);
}
