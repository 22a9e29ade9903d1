package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.disclosure.PlainPhone;
import cn.gridbell.resident.disclosure.RevealPurpose;
import cn.gridbell.staff.StaffId;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The requests a staff member holds, or that lie in the territories they serve. */
@RestController
@RequestMapping("/api/staff/requests")
class StaffRequestController {

    private final Requests requests;
    private final RequestBoxes boxes;
    private final RequestReporters reporters;

    StaffRequestController(Requests requests, RequestBoxes boxes, RequestReporters reporters) {
        this.requests = requests;
        this.boxes = boxes;
        this.reporters = reporters;
    }

    @GetMapping
    @CallableBy(Audience.STAFF)
    Page<RequestLine> box(Caller caller, @RequestParam(defaultValue = "MINE") RequestBoxes.Box box, PageRequest page) {
        return boxes.of(new StaffId(caller.requireStaffId()), box, page);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(Audience.STAFF)
    RequestReceipt report(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody ReportRequest command) {
        return requests.report(caller, IdempotencyKey.optional(key), command);
    }

    @GetMapping("/{id}")
    @CallableBy(Audience.STAFF)
    StaffRequestDetail detail(Caller caller, @PathVariable RequestId id) {
        RequestDetail detail = requests.detailFor(new StaffId(caller.requireStaffId()), id);
        return new StaffRequestDetail(detail, reporters.lineFor(caller, id));
    }

    /** The reporter's phone in plain; the reporter sees who asked and why. Asked twice, it is written down twice: no key. */
    @PostMapping("/{id}/reporter-reveal")
    @CallableBy(Audience.STAFF)
    PlainPhone revealReporter(Caller caller, @PathVariable RequestId id, @Valid @RequestBody RevealPurpose why) {
        return reporters.reveal(caller, id, why);
    }

    @PostMapping("/{id}/acceptance")
    @CallableBy(Audience.STAFF)
    RequestStanding accept(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id) {
        return requests.accept(caller, IdempotencyKey.optional(key), id);
    }

    @PostMapping("/{id}/result")
    @CallableBy(Audience.STAFF)
    RequestStanding answer(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody AnswerRequest command) {
        return requests.answer(caller, IdempotencyKey.optional(key), id, command);
    }

    @PostMapping("/{id}/escalation")
    @CallableBy(Audience.STAFF)
    RequestStanding escalate(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody EscalateRequest command) {
        return requests.whistle(caller, IdempotencyKey.optional(key), id, command);
    }
}
