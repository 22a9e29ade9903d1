package cn.gridbell.visit.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface HoursMapper {

    @Select("""
            SELECT own_week, capacity, buffer_cells, least_notice_minutes, horizon_days, version
            FROM visit_member_hours WHERE member_id = #{member}""")
    @Nullable
    HoursRow find(long member);

    @Select("""
            SELECT weekday, from_minute, to_minute FROM visit_weekly_rule
            WHERE member_id = #{member} ORDER BY weekday, from_minute""")
    List<WeekdayRow> week(long member);

    @Select("""
            SELECT day, from_minute, to_minute FROM visit_day_override
            WHERE member_id = #{member} AND day >= #{from} ORDER BY day, from_minute""")
    List<DayRow> differing(long member, LocalDate from);

    /** @throws org.springframework.dao.DuplicateKeyException if the member has hours of their own already */
    @Insert("""
            INSERT INTO visit_member_hours (member_id, own_week, capacity, buffer_cells, least_notice_minutes, horizon_days,
                version, changed_by, changed_at)
            VALUES (#{member}, #{row.ownWeek}, #{row.capacity}, #{row.bufferCells}, #{row.leastNoticeMinutes},
                #{row.horizonDays}, 1, #{by}, #{at})""")
    void insert(long member, HoursRow row, long by, Instant at);

    /** @return 0 if somebody changed them since they were read */
    @Update("""
            UPDATE visit_member_hours SET own_week = #{row.ownWeek}, capacity = #{row.capacity},
                buffer_cells = #{row.bufferCells}, least_notice_minutes = #{row.leastNoticeMinutes},
                horizon_days = #{row.horizonDays}, version = version + 1, changed_by = #{by}, changed_at = #{at}
            WHERE member_id = #{member} AND version = #{row.version}""")
    int update(long member, HoursRow row, long by, Instant at);

    @Delete("DELETE FROM visit_weekly_rule WHERE member_id = #{member}")
    void forgetWeek(long member);

    @Delete("DELETE FROM visit_day_override WHERE member_id = #{member}")
    void forgetDiffering(long member);

    @Insert("""
            INSERT INTO visit_weekly_rule (member_id, weekday, from_minute, to_minute)
            VALUES (#{member}, #{row.weekday}, #{row.fromMinute}, #{row.toMinute})""")
    void addWeekday(long member, WeekdayRow row);

    @Insert("""
            INSERT INTO visit_day_override (member_id, day, from_minute, to_minute)
            VALUES (#{member}, #{row.day}, #{row.fromMinute}, #{row.toMinute})""")
    void addDay(long member, DayRow row);

    /** Null: as the street has it. */
    record HoursRow(
            boolean ownWeek,
            @Nullable Integer capacity,
            @Nullable Integer bufferCells,
            @Nullable Integer leastNoticeMinutes,
            @Nullable Integer horizonDays,
            int version) {}

    /** @param weekday 1 Monday to 7 Sunday */
    record WeekdayRow(int weekday, int fromMinute, int toMinute) {}

    /** From 0 to 0: closed. */
    record DayRow(LocalDate day, int fromMinute, int toMinute) {}
}
