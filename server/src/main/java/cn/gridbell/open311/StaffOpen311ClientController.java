package cn.gridbell.open311;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys of Open311 clients, in the hands of the street. */
@RestController
@RequestMapping("/api/staff/open311-clients")
class StaffOpen311ClientController {

    private final Open311Clients clients;

    StaffOpen311ClientController(Open311Clients clients) {
        this.clients = clients;
    }

    @GetMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    Page<Open311ClientView> all(PageRequest page) {
        return clients.all(page);
    }

    /** The key is in this answer and nowhere else. */
    @PostMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    ResponseEntity<Open311ClientMade> make(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody WriteOpen311Client body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(clients.make(caller, IdempotencyKey.optional(key), body));
    }

    /** A second time is refused (404), so that a repeated tap needs no key. */
    @PostMapping("/{id}/revocation")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    Open311ClientView revoke(Caller caller, @PathVariable Open311ClientId id) {
        return clients.revoke(caller, id);
    }
}
