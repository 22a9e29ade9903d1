package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that concern a resident, whoever reported them. */
@RestController
@RequestMapping("/api/resident/requests")
class ResidentConcernController {

    private final RequestConcerns concerns;

    ResidentConcernController(RequestConcerns concerns) {
        this.concerns = concerns;
    }

    /** Like open requests near a place (GCJ-02), the nearest first; no personal data. */
    @GetMapping("/nearby")
    @CallableBy(Audience.RESIDENT)
    Nearby nearby(
            Caller caller,
            @RequestParam
                    @DecimalMin(value = "3", message = "位置不在服务范围内，请重新选择。")
                    @DecimalMax(value = "54", message = "位置不在服务范围内，请重新选择。")
                    double latitude,
            @RequestParam
                    @DecimalMin(value = "73", message = "位置不在服务范围内，请重新选择。")
                    @DecimalMax(value = "136", message = "位置不在服务范围内，请重新选择。")
                    double longitude,
            @RequestParam @Size(max = 40, message = "没有这个诉求类别，请从列表中重新选择。") String category) {
        Location place = new Location(latitude, longitude);
        return new Nearby(concerns.nearby(caller, place.toWgs84(), category, null));
    }

    /** The same with the words that are about to be reported: those first that are alike and near. */
    @PostMapping("/nearby")
    @CallableBy(Audience.RESIDENT)
    Nearby alike(Caller caller, @Valid @RequestBody FindNear body) {
        return new Nearby(concerns.nearby(caller, body.location().toWgs84(), body.category(), body.text()));
    }

    /** At most ten. */
    record Nearby(List<NearbyRequest> items) {}

    /** Once for each answer; one or two stars, or not solved, take it one level up. */
    @PostMapping("/{id}/rating")
    @CallableBy(Audience.RESIDENT)
    RequestStanding rate(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody RateRequest command) {
        return concerns.rate(caller, IdempotencyKey.optional(key), id, command);
    }

    /** "Me too". The same again changes nothing. */
    @PostMapping("/{id}/support")
    @CallableBy(Audience.RESIDENT)
    SupportStanding support(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id) {
        return concerns.support(caller, IdempotencyKey.optional(key), id);
    }

    @PostMapping("/{id}/support-withdrawal")
    @CallableBy(Audience.RESIDENT)
    SupportStanding leave(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id) {
        return concerns.leave(caller, IdempotencyKey.optional(key), id);
    }

    /** 催办: once a working day, reaches the holder and the grid lead. */
    @PostMapping("/{id}/chase")
    @CallableBy(Audience.RESIDENT)
    RequestStanding chase(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id) {
        return concerns.chase(caller, IdempotencyKey.optional(key), id);
    }

    /** What is asked four weeks after a matter that tends to come back was solved. */
    @PostMapping("/{id}/follow-up")
    @CallableBy(Audience.RESIDENT)
    FollowUpStanding followUp(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody AnswerFollowUp command) {
        return concerns.answerFollowUp(caller, IdempotencyKey.optional(key), id, command);
    }
}
