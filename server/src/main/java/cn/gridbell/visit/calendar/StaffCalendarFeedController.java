package cn.gridbell.visit.calendar;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/calendar-feed")
class StaffCalendarFeedController {

    private final CalendarFeeds feeds;

    StaffCalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /** Takes no idempotency key: the answer is a secret, and is stored nowhere. Asked twice, the second address is the one that works. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    CalendarFeeds.Issued issue(Caller caller) {
        return feeds.issue(caller);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    void revoke(Caller caller) {
        feeds.revoke(caller);
    }
}
