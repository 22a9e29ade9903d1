package cn.gridbell.staff;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.staff.Deputies.Named;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who goes instead: members for themselves, leads for theirs. */
@RestController
@RequestMapping("/api/staff/deputies")
class StaffDeputyController {

    private final Deputies deputies;

    StaffDeputyController(Deputies deputies) {
        this.deputies = deputies;
    }

    @GetMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Chain deputies(Caller caller, @RequestParam(required = false) @Nullable StaffId memberId) {
        return new Chain(deputies.namedFor(whose(caller, memberId)));
    }

    @PutMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Chain name(
            Caller caller,
            @RequestParam(required = false) @Nullable StaffId memberId,
            @Valid @RequestBody Chain chain) {
        StaffId member = whose(caller, memberId);
        if (chain.deputies().stream().anyMatch(deputy -> deputy.memberId().equals(member))) {
            throw InvalidInput.of("deputies", "不能把本人设为自己的代班人员，请选择其他工作人员。");
        }
        deputies.name(member, chain.deputies());
        return new Chain(deputies.namedFor(member));
    }

    /** In the order in which they are asked, at most ten. */
    record Chain(
            @NotNull(message = "请提供代班人员名单，没有则为空列表。") @Size(max = 10, message = "代班人员最多10位。")
            List<@NotNull(message = "代班人员不能为空。") @Valid Named> deputies) {}

    private StaffId whose(Caller caller, @Nullable StaffId member) {
        StaffId whose = member == null ? new StaffId(caller.requireStaffId()) : member;
        if (!deputies.mayArrangeFor(caller, whose)) {
            throw new StaffNotFound();
        }
        return whose;
    }
}
