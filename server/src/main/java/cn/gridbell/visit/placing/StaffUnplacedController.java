package cn.gridbell.visit.placing;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.visit.VisitAhead;
import cn.gridbell.visit.VisitsAhead;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Visits for which nobody was free; whoever leads there reassigns, proposes or calls off. */
@RestController
class StaffUnplacedController {

    private final VisitsAhead ahead;

    StaffUnplacedController(VisitsAhead ahead) {
        this.ahead = ahead;
    }

    @GetMapping("/api/staff/unplaced-visits")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    Unplaced unplaced(Caller caller) {
        return new Unplaced(ahead.unplaced(caller).stream()
                .map(visit -> new Line(visit, ahead.whyUnplaced(visit.id())))
                .toList());
    }

    /** Soonest first, at most 500. */
    record Unplaced(List<Line> items) {}

    /** @param why the member cannot go */
    record Line(@JsonUnwrapped VisitAhead visit, String why) {}
}
