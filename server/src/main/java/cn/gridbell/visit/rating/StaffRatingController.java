package cn.gridbell.visit.rating;

import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.VisitId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff")
class StaffRatingController {

    private final Feedback feedback;
    private final CallBacks callBacks;

    StaffRatingController(Feedback feedback, CallBacks callBacks) {
        this.feedback = feedback;
        this.callBacks = callBacks;
    }

    /** The caller's own ratings in sum. */
    @GetMapping("/visit-rating-sum")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Feedback.Sum sum(Caller caller) {
        return feedback.ownSum(caller);
    }

    /** A member's ratings one by one, where the caller leads. */
    @GetMapping("/visit-ratings")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    Page<Feedback.Line> ratings(Caller caller, @RequestParam StaffId member, PageRequest page) {
        return feedback.linesOf(caller, member, page);
    }

    /** Residents who are to be called back by the caller. */
    @GetMapping("/call-backs")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    Page<CallBacks.Line> callBacks(Caller caller, PageRequest page) {
        return callBacks.openOf(caller, page);
    }

    @PostMapping("/visits/{id}/call-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    void calledBack(Caller caller, @PathVariable VisitId id, @Valid @RequestBody CalledBack body) {
        callBacks.done(caller, id, body.words());
    }

    /** Body of {@code POST /api/staff/visits/{id}/call-back}. */
    record CalledBack(
            @NotNull(message = "请填写回访情况。") @PlainText(min = 2, max = 500)
            String words) {}
}
