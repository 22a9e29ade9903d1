package cn.gridbell.visit;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Staff plan a visit. */
@RestController
class StaffPlanController {

    private final VisitPlans plans;

    StaffPlanController(VisitPlans plans) {
        this.plans = plans;
    }

    @PostMapping("/api/staff/visits")
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    VisitPlans.Planned plan(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody PlanVisit wish) {
        return plans.plan(caller, key == null ? null : IdempotencyKey.require(key), wish);
    }
}
