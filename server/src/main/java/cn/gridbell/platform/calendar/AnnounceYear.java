package cn.gridbell.platform.calendar;

import cn.gridbell.platform.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Body of {@code PUT /api/staff/work-calendar/{year}}: the days that differ from the plain week, as the State Council's notice names them. */
record AnnounceYear(
        @NotNull(message = "请填写放假和调休的日期。") @Size(min = 1, max = 100, message = "一年的放假和调休日期须为1到100天。") @Valid
        List<@NotNull(message = "日期不能为空。") Day> days) {

    /**
     * @param working true for a make-up day (调休)
     * @param name for example 春节
     */
    record Day(
            @NotNull(message = "请填写日期，例如2027-01-01。") LocalDate day,
            @NotNull(message = "请说明是上班还是放假。") Boolean working,

            @NotNull(message = "请填写节日名称。") @PlainText(max = 30)
            String name) {}
}
