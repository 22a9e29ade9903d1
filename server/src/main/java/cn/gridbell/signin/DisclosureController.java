package cn.gridbell.signin;

import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.disclosure.Disclosure;
import cn.gridbell.resident.disclosure.Disclosures;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 谁看过我的信息: composed here, for only this room knows residents and staff alike. */
@RestController
class DisclosureController {

    private final Disclosures disclosures;
    private final StaffMembers staff;

    DisclosureController(Disclosures disclosures, StaffMembers staff) {
        this.disclosures = disclosures;
        this.staff = staff;
    }

    /** Newest first. */
    @GetMapping("/api/resident/disclosures")
    @CallableBy(Audience.RESIDENT)
    Page<DisclosureLine> disclosures(Caller caller, PageRequest page) {
        Page<Disclosure> found = disclosures.of(new ResidentId(caller.residentId()), page);
        return new Page<>(found.items().stream().map(this::line).toList(), found.next());
    }

    private DisclosureLine line(Disclosure look) {
        return new DisclosureLine(
                Long.toString(look.id()),
                look.at(),
                staff.find(new StaffId(look.staffId()))
                        .map(member -> member.title() + " " + member.name())
                        .orElse("工作人员（已离岗）"),
                look.what(),
                look.what().words(),
                look.about(),
                look.reason(),
                look.reason().words(),
                look.purpose());
    }
}
