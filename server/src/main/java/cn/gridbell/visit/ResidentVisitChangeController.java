package cn.gridbell.visit;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A resident takes another time, says that nobody came, or that they were there. */
@RestController
@RequestMapping("/api/resident/visits/{id}")
class ResidentVisitChangeController {

    private final VisitTimeChanges changes;
    private final VisitNoShows noShows;
    private final VisitViews views;

    ResidentVisitChangeController(VisitTimeChanges changes, VisitNoShows noShows, VisitViews views) {
        this.changes = changes;
        this.noShows = noShows;
        this.views = views;
    }

    @PostMapping("/time-change")
    @CallableBy(Audience.RESIDENT)
    ResidentVisit changeTime(Caller caller, @PathVariable VisitId id, @Valid @RequestBody ChangeTime body) {
        changes.change(caller, id, body);
        return views.forResident(caller, id);
    }

    /** Nobody came. */
    @PostMapping("/no-show")
    @CallableBy(Audience.RESIDENT)
    ResidentVisit nobodyCame(Caller caller, @PathVariable VisitId id) {
        noShows.nobodyCame(caller, id);
        return views.forResident(caller, id);
    }

    /** The resident was at home, whatever was recorded: it does not count against them. */
    @PostMapping("/no-show-objection")
    @CallableBy(Audience.RESIDENT)
    ResidentVisit object(Caller caller, @PathVariable VisitId id) {
        noShows.object(caller, id);
        return views.forResident(caller, id);
    }
}
