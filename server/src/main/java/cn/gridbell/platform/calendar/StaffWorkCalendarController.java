package cn.gridbell.platform.calendar;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The street's administrator enters the year's notice on holidays. */
@RestController
class StaffWorkCalendarController {

    private final WorkCalendarImport years;

    StaffWorkCalendarController(WorkCalendarImport years) {
        this.years = years;
    }

    @PutMapping("/api/staff/work-calendar/{year}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(value = Audience.STAFF, roles = Role.ADMIN)
    void announce(@PathVariable int year, @Valid @RequestBody AnnounceYear notice) {
        years.take(year, notice.days());
    }
}
