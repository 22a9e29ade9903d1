package cn.gridbell.visit.hours;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.staff.Deputies;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Absence;
import cn.gridbell.visit.opening.Absences;
import cn.gridbell.visit.opening.Availability;
import cn.gridbell.visit.opening.Timetables;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hours, leave and duty: members for themselves, leads for theirs. */
@RestController
@RequestMapping("/api/staff")
class StaffHoursController {

    private final MemberTime time;
    private final Timetables timetables;
    private final Absences absences;
    private final Deputies deputies;
    private final Clock clock;

    StaffHoursController(MemberTime time, Timetables timetables, Absences absences, Deputies deputies, Clock clock) {
        this.time = time;
        this.timetables = timetables;
        this.absences = absences;
        this.deputies = deputies;
        this.clock = clock;
    }

    @GetMapping("/availability")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Availability availability(Caller caller, @RequestParam(required = false) @Nullable StaffId memberId) {
        return timetables.said(whose(caller, memberId));
    }

    @PutMapping("/availability")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Availability change(
            Caller caller,
            @RequestParam(required = false) @Nullable StaffId memberId,
            @Valid @RequestBody ChangeAvailability change) {
        StaffId member = whose(caller, memberId);
        time.change(member, change, new StaffId(caller.requireStaffId()), clock);
        return timetables.said(member);
    }

    @GetMapping("/leave")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Leaves leaves(Caller caller, @RequestParam(required = false) @Nullable StaffId memberId) {
        return new Leaves(absences.ahead(whose(caller, memberId)));
    }

    /** To come or going on, soonest first. */
    record Leaves(List<Absence> items) {}

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Absence takeLeave(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody TakeLeave leave) {
        return time.leave(
                caller,
                key == null ? null : IdempotencyKey.require(key),
                whose(caller, leave.memberId()),
                leave,
                leave.time(clock.instant()));
    }

    @PostMapping("/leave/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    void withdrawLeave(Caller caller, @PathVariable long id) {
        if (absences.memberOf(id)
                .filter(whose -> deputies.mayArrangeFor(caller, whose))
                .isEmpty()) {
            throw new LeaveNotFound();
        }
        time.withdraw(id, new StaffId(caller.requireStaffId()));
    }

    private StaffId whose(Caller caller, @Nullable StaffId member) {
        StaffId whose = member == null ? new StaffId(caller.requireStaffId()) : member;
        if (!deputies.mayArrangeFor(caller, whose)) {
            throw new MemberNotYours();
        }
        return whose;
    }
}
