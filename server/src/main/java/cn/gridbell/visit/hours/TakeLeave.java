package cn.gridbell.visit.hours;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.AbsenceKind;
import cn.gridbell.visit.opening.Cells;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/leave}: from a day to a day, both included.
 *
 * @param memberId who is away; absent: the caller
 * @param fromHalf PM: from noon on; absent: the whole first day
 * @param toHalf   AM: until noon; absent: the whole last day
 */
record TakeLeave(
        @Nullable StaffId memberId,
        @NotNull(message = "请选择请假或值班。") AbsenceKind kind,
        @NotNull(message = "请选择开始日期。") LocalDate from,
        @Nullable Half fromHalf,
        @NotNull(message = "请选择结束日期。") LocalDate to,
        @Nullable Half toHalf,
        @PlainText(max = 200) @Nullable String reason,

        @Nullable @Size(max = 200, message = "一次最多处理200个预约。")
        List<@NotNull(message = "处理方式不能为空。") @Valid VisitDecision> decisions) {

    private static final int LONGEST_DAYS = 62;
    private static final int FARTHEST_DAYS = 366;

    enum Half {
        AM,
        PM
    }

    /** @throws InvalidInput 400 if it is over, ends before it begins, is too long or too far */
    Cells time(Instant now) {
        LocalDate today = WorkCalendar.dayOf(now);
        if (from.isAfter(today.plusDays(FARTHEST_DAYS)) || from.isBefore(today.minusDays(LONGEST_DAYS))) {
            throw InvalidInput.of("from", "开始日期须在一年以内，请重新选择。");
        }
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS - 1))) {
            throw InvalidInput.of("to", "结束日期不能早于开始日期，一次最多登记" + LONGEST_DAYS + "天，更长的请分次登记。");
        }
        Instant start = at(from, fromHalf == Half.PM ? LocalTime.NOON : LocalTime.MIDNIGHT);
        Instant end = toHalf == Half.AM ? at(to, LocalTime.NOON) : at(to.plusDays(1), LocalTime.MIDNIGHT);
        if (!start.isBefore(end)) {
            throw InvalidInput.of("toHalf", "结束时间须晚于开始时间，请检查上午和下午的选择。");
        }
        if (!end.isAfter(now)) {
            throw InvalidInput.of("to", "这段时间已经过去，请选择以后的日期。");
        }
        return Cells.from(start, (int) Duration.between(start, end).dividedBy(Cells.LENGTH));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkCalendar.ZONE).toInstant();
    }
}
