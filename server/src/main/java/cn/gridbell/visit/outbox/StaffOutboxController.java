package cn.gridbell.visit.outbox;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StaffOutboxController {

    private final Outbox outbox;

    StaffOutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    /** What was written down without a network; in any order, any number of times. Each item carries its own key. */
    @PostMapping("/api/staff/visit-outbox")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT, Role.SECONDED})
    Answers send(Caller caller, @Valid @RequestBody SendOutbox body) {
        return new Answers(outbox.take(caller, body.items()));
    }

    /** In the order they were sent. */
    record Answers(List<Outbox.Answer> items) {}
}
