package cn.gridbell.request;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RequestNumberMapper {

    /** Moves the day's counter on and holds its row until the end of the transaction. */
    @Insert("""
            INSERT INTO request_number (day, taken) VALUES (#{day}, #{count})
            ON DUPLICATE KEY UPDATE taken = taken + VALUES(taken)""")
    void take(LocalDate day, int count);

    @Select("SELECT taken FROM request_number WHERE day = #{day}")
    int taken(LocalDate day);
}
