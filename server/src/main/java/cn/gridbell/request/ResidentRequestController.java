package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.category.CategoryView;
import cn.gridbell.resident.ResidentId;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A resident's own requests. */
@RestController
@RequestMapping("/api/resident")
class ResidentRequestController {

    private final Requests requests;

    ResidentRequestController(Requests requests) {
        this.requests = requests;
    }

    @GetMapping("/request-categories")
    @CallableBy(Audience.RESIDENT)
    Categories categories() {
        return new Categories(requests.categories());
    }

    /** The tree, headings first. */
    record Categories(List<CategoryView> items) {}

    @PostMapping("/requests")
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(Audience.RESIDENT)
    RequestReceipt submit(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody SubmitRequest command) {
        return requests.submit(caller, IdempotencyKey.require(key), command);
    }

    @GetMapping("/requests")
    @CallableBy(Audience.RESIDENT)
    Page<RequestLine> lines(Caller caller, PageRequest page) {
        return requests.linesOf(new ResidentId(caller.residentId()), page);
    }

    @GetMapping("/requests/{id}")
    @CallableBy(Audience.RESIDENT)
    RequestDetail detail(Caller caller, @PathVariable RequestId id) {
        return requests.detailFor(new ResidentId(caller.residentId()), id);
    }

    @PostMapping("/requests/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(Audience.RESIDENT)
    RequestStanding comment(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody CommentOnRequest command) {
        return requests.comment(caller, IdempotencyKey.optional(key), id, command);
    }

    @PostMapping("/requests/{id}/withdrawal")
    @CallableBy(Audience.RESIDENT)
    RequestStanding withdraw(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody WithdrawRequest command) {
        return requests.withdraw(caller, IdempotencyKey.optional(key), id, command);
    }
}
