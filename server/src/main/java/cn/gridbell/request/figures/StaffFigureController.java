package cn.gridbell.request.figures;

import cn.gridbell.platform.Page;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many requests came, what became of them and how they were rated, by grid. */
@RestController
@RequestMapping("/api/staff/request-figures")
class StaffFigureController {

    private final RequestFigures figures;

    StaffFigureController(RequestFigures figures) {
        this.figures = figures;
    }

    /** Days in Asia/Shanghai, both included, at most a year; absent: the last 30. */
    @GetMapping
    @CallableBy(Audience.STAFF)
    Page<GridFigures> figures(
            Caller caller,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        return new Page<>(figures.of(new StaffId(caller.requireStaffId()), from, to), null);
    }
}
