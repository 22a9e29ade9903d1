package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.staff.StaffId;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 联调 and the agenda of the joint meeting (联席会). A call that comes twice with its key is one call. */
@RestController
@RequestMapping("/api/staff")
class StaffCoordinationController {

    private final RequestCoordinations coordinations;
    private final RequestBoxes boxes;

    StaffCoordinationController(RequestCoordinations coordinations, RequestBoxes boxes) {
        this.coordinations = coordinations;
        this.boxes = boxes;
    }

    /** All coordinations of a request, oldest first. */
    record Lines(List<CoordinationView> items) {}

    @GetMapping("/coordinations")
    @CallableBy(Audience.STAFF)
    Lines list(Caller caller, @RequestParam RequestId requestId) {
        return new Lines(coordinations.of(caller, requestId));
    }

    @PostMapping("/coordinations")
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(Audience.STAFF)
    CoordinationView open(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody OpenCoordination command) {
        return coordinations.open(caller, IdempotencyKey.optional(key), command);
    }

    @GetMapping("/coordinations/{id}")
    @CallableBy(Audience.STAFF)
    CoordinationView show(Caller caller, @PathVariable long id) {
        return coordinations.show(caller, id);
    }

    @PostMapping("/coordinations/{id}/minutes")
    @CallableBy(Audience.STAFF)
    CoordinationView note(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable long id,
            @Valid @RequestBody CoordinationNote command) {
        return coordinations.note(caller, IdempotencyKey.optional(key), id, command);
    }

    @PostMapping("/coordinations/{id}/tasks")
    @CallableBy(Audience.STAFF)
    CoordinationView addTask(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable long id,
            @Valid @RequestBody CoordinationTask command) {
        return coordinations.addTask(caller, IdempotencyKey.optional(key), id, command);
    }

    @PostMapping("/coordinations/{id}/tasks/{task}/completion")
    @CallableBy(Audience.STAFF)
    CoordinationView finishTask(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable long id,
            @PathVariable long task) {
        return coordinations.finishTask(caller, IdempotencyKey.optional(key), id, task);
    }

    @PostMapping("/coordinations/{id}/closure")
    @CallableBy(Audience.STAFF)
    CoordinationView close(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable long id,
            @Valid @RequestBody CloseCoordination command) {
        return coordinations.close(caller, IdempotencyKey.optional(key), id, command);
    }

    /** What the next joint meeting has to talk about: blue requests, and those it has to decide who answers for. */
    @GetMapping("/joint-meeting")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.DISTRICT})
    Page<RequestLine> agenda(Caller caller, PageRequest page) {
        return boxes.agenda(new StaffId(caller.requireStaffId()), page);
    }
}
