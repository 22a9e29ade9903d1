package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests about the same matter. */
@RestController
@RequestMapping("/api/staff/requests/{id}")
class StaffMergeController {

    private final RequestConcerns concerns;

    StaffMergeController(RequestConcerns concerns) {
        this.concerns = concerns;
    }

    /** Goes on as part of another; everybody it concerns follows that one. */
    @PostMapping("/merge")
    @CallableBy(Audience.STAFF)
    RequestStanding merge(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody MergeRequest command) {
        return concerns.merge(caller, IdempotencyKey.optional(key), id, command);
    }

    /** Is handled by itself again, on its old clock. */
    @PostMapping("/merge-undo")
    @CallableBy(Audience.STAFF)
    RequestStanding split(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id) {
        return concerns.split(caller, IdempotencyKey.optional(key), id);
    }
}
