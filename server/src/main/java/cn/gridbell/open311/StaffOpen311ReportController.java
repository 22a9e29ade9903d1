package cn.gridbell.open311;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people behind what other platforms reported. */
@RestController
@RequestMapping("/api/staff/open311-reports")
class StaffOpen311ReportController {

    private final ReportContacts contacts;

    StaffOpen311ReportController(ReportContacts contacts) {
        this.contacts = contacts;
    }

    /** Each look is written down; none is refused for having been taken before. */
    @PostMapping("/{number}/contact-reading")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    ResponseEntity<PostedReport.Person> read(
            Caller caller, @PathVariable String number, @Valid @RequestBody ReadContact body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(contacts.read(caller, number, body.purpose()));
    }

    /** A second time finds nothing (404). */
    @PostMapping("/{number}/contact-erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    void erase(@PathVariable String number) {
        contacts.erase(number);
    }
}
