package cn.gridbell.visit.opening;

import cn.gridbell.platform.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of their own hours. Null: as the street has it.
 *
 * @param weekly             windows by day of the week; null: the street's usual hours; empty: nothing is offered
 * @param overrides          days that differ from the week
 * @param capacity           visits at one time
 * @param bufferMinutes      for the walk after a visit, whole quarters
 * @param leastNoticeMinutes how long before its start a visit can still be booked
 * @param horizonDays        how far ahead visits can be booked
 * @param version            as it was read, 0 before anything was set; grows by one with each change
 */
public record Availability(
        @Nullable @Size(max = 42, message = "每周的时段最多42段。") List<@NotNull(message = "时段不能为空。") @Valid Weekday> weekly,

        @NotNull(message = "请提供特殊日期，没有则为空列表。") @Size(max = 120, message = "特殊日期最多120天。")
        List<@NotNull(message = "特殊日期不能为空。") @Valid DifferentDay> overrides,

        @Nullable @Min(value = 1, message = "同一时间最少接待1户。") @Max(value = 8, message = "同一时间最多接待8户。")
        Integer capacity,

        @Nullable @Min(value = 0, message = "路途时间不能小于0分钟。") @Max(value = 120, message = "路途时间最多120分钟。")
        Integer bufferMinutes,

        @Nullable @Min(value = 0, message = "提前预约时间不能小于0分钟。") @Max(value = 10_080, message = "提前预约时间最多7天。")
        Integer leastNoticeMinutes,

        @Nullable @Min(value = 1, message = "可预约天数最少1天。") @Max(value = 60, message = "可预约天数最多60天。")
        Integer horizonDays,

        @NotNull(message = "请带上读取时的版本号（version）。") @Min(value = 0, message = "版本号有误。")
        Integer version) {

    /** @param weekday 1 Monday to 7 Sunday */
    public record Weekday(
            @NotNull(message = "请选择星期几。")
            @Min(value = 1, message = "星期应在1到7之间。")
            @Max(value = 7, message = "星期应在1到7之间。")
            Integer weekday,

            @NotNull(message = "请选择开始时间。") String from,
            @NotNull(message = "请选择结束时间。") String to) {}

    /** @param windows none: nothing is offered on this day */
    public record DifferentDay(
            @NotNull(message = "请选择日期。") LocalDate day,

            @NotNull(message = "请提供当天的时段，不上门则为空列表。") @Size(max = 6, message = "一天最多6个时段。")
            List<@NotNull(message = "时段不能为空。") @Valid Window> windows) {}

    public record Window(
            @NotNull(message = "请选择开始时间。") String from,
            @NotNull(message = "请选择结束时间。") String to) {}

    /** @throws InvalidInput 400 for windows that are none or overlap, days twice, minutes that are no quarters */
    void check() {
        if (bufferMinutes != null && bufferMinutes % 15 != 0) {
            throw InvalidInput.of("bufferMinutes", "路途时间须为15分钟的整数倍。");
        }
        Map<Integer, List<DayWindow>> week = new HashMap<>();
        for (Weekday row : weekly == null ? List.<Weekday>of() : weekly) {
            add(week.computeIfAbsent(row.weekday(), day -> new ArrayList<>()), "weekly", row.from(), row.to());
        }
        Set<LocalDate> days = new HashSet<>();
        for (DifferentDay row : overrides) {
            if (row.day().getYear() < 2020 || row.day().getYear() > 2200) {
                throw InvalidInput.of("overrides", "日期有误，请重新选择。");
            }
            if (!days.add(row.day())) {
                throw InvalidInput.of("overrides", row.day() + "出现了两次，每个日期只写一次。");
            }
            List<DayWindow> windows = new ArrayList<>();
            row.windows().forEach(window -> add(windows, "overrides", window.from(), window.to()));
        }
    }

    private static void add(List<DayWindow> windows, String field, String from, String to) {
        DayWindow window;
        try {
            window = DayWindow.between(from, to);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of(field, "时段有误：开始须早于结束，均为整刻钟，例如09:00到11:30，最晚24:00。");
        }
        if (windows.stream().anyMatch(window::overlaps)) {
            throw InvalidInput.of(field, "同一天的时段互相重叠，请调整后重试。");
        }
        windows.add(window);
    }
}
