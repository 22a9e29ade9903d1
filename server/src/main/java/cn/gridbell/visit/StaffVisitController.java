package cn.gridbell.visit;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.resident.disclosure.RevealPurpose;
import jakarta.validation.Valid;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/visits")
class StaffVisitController {

    private final VisitAnswers answers;
    private final VisitDoor door;
    private final VisitViews views;

    StaffVisitController(VisitAnswers answers, VisitDoor door, VisitViews views) {
        this.answers = answers;
        this.door = door;
        this.views = views;
    }

    @GetMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Page<StaffVisit.Line> visits(
            Caller caller,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable VisitStatus status,
            PageRequest page) {
        if (day != null) {
            return views.day(caller, parse(day));
        }
        if (status == null) {
            throw InvalidInput.of("day", "请选择日期（day）或状态（status）。");
        }
        return views.standingAt(caller, status, page);
    }

    @GetMapping("/{id}")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit visit(Caller caller, @PathVariable VisitId id) {
        return views.forStaff(caller, id);
    }

    @PostMapping("/{id}/confirmation")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit confirm(Caller caller, @PathVariable VisitId id) {
        answers.confirm(caller, id);
        return views.forStaff(caller, id);
    }

    @PostMapping("/{id}/proposals")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit propose(Caller caller, @PathVariable VisitId id, @Valid @RequestBody ProposeTimes body) {
        answers.propose(caller, id, body.starts(), body.reason());
        return views.forStaff(caller, id);
    }

    @PostMapping("/{id}/decline")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit decline(Caller caller, @PathVariable VisitId id, @Valid @RequestBody GiveReason body) {
        answers.decline(caller, id, body.reason());
        return views.forStaff(caller, id);
    }

    @PostMapping("/{id}/cancellation")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit cancel(Caller caller, @PathVariable VisitId id, @Valid @RequestBody GiveReason body) {
        answers.cancelByMember(caller, id, body.reason());
        return views.forStaff(caller, id);
    }

    /** The member says: I set out. The resident is told who comes and by when. */
    @PostMapping("/{id}/departure")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit depart(
            Caller caller, @PathVariable VisitId id, @Valid @RequestBody(required = false) @Nullable SetOut body) {
        door.depart(caller, id, body == null ? new SetOut(null) : body);
        return views.forStaff(caller, id);
    }

    @PostMapping("/{id}/check-in")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit checkIn(Caller caller, @PathVariable VisitId id, @Valid @RequestBody CheckIn body) {
        door.checkIn(caller, id, body);
        return views.forStaff(caller, id);
    }

    @PostMapping("/{id}/outcome")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit recordOutcome(Caller caller, @PathVariable VisitId id, @Valid @RequestBody RecordOutcome body) {
        door.recordOutcome(caller, id, body);
        return views.forStaff(caller, id);
    }

    /** The door's number outside the days on which the member sees it, or for who leads there; the resident sees who asked and why. */
    @PostMapping("/{id}/door-reveal")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    StaffVisit.Door revealDoor(Caller caller, @PathVariable VisitId id, @Valid @RequestBody RevealPurpose why) {
        return views.revealDoor(caller, id, why);
    }

    @PostMapping("/{id}/reassignment")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    StaffVisit reassign(Caller caller, @PathVariable VisitId id, @Valid @RequestBody ReassignVisit body) {
        answers.reassign(caller, id, body.memberId(), body.reason());
        return views.forStaff(caller, id);
    }

    private static LocalDate parse(String day) {
        try {
            LocalDate parsed = LocalDate.parse(day);
            if (parsed.getYear() < 2020 || parsed.getYear() > 2200) {
                throw new DateTimeException("out of range");
            }
            return parsed;
        } catch (DateTimeException e) {
            throw InvalidInput.of("day", "日期格式有误，应为2026-11-24这样的日期。");
        }
    }
}
