package cn.gridbell.visit.rating;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.visit.VisitId;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ResidentOutcomeController {

    private final Feedback feedback;

    ResidentOutcomeController(Feedback feedback) {
        this.feedback = feedback;
    }

    /** What came of the visit: apart from the visit itself, and later. */
    @PostMapping("/api/resident/visits/{id}/outcome-rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(Audience.RESIDENT)
    void rateOutcome(Caller caller, @PathVariable VisitId id, @Valid @RequestBody RateOutcome body) {
        feedback.rateOutcome(caller, id, body.solved());
    }
}
