package cn.gridbell.message;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.resident.disclosure.PlainPhone;
import cn.gridbell.resident.disclosure.RevealPurpose;
import jakarta.validation.Valid;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What could not be told, and trying again. */
@RestController
class StaffMessageController {

    private final Messages messages;

    StaffMessageController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/api/staff/messages")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.COMMUNITY, Role.GRID_LEAD, Role.GRID_MEMBER, Role.ADMIN})
    Page<WorkLine> withStatus(
            Caller caller, @RequestParam(defaultValue = "COULD_NOT_TELL") String status, PageRequest page) {
        MessageStatus wanted = Arrays.stream(MessageStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("status", "没有这种消息状态，请从列表中选择。"));
        return messages.withStatus(caller, wanted, page);
    }

    /** The person was told by telephone: off the list. */
    @PostMapping("/api/staff/messages/{id}/telling")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.COMMUNITY, Role.GRID_LEAD, Role.GRID_MEMBER, Role.ADMIN})
    WorkLine told(Caller caller, @PathVariable MessageId id) {
        return messages.told(caller, id);
    }

    /** The phone in plain; the resident sees who asked and why. Asked twice, it is written down twice: no key. */
    @PostMapping("/api/staff/messages/{id}/phone-reveal")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.COMMUNITY, Role.GRID_LEAD, Role.GRID_MEMBER})
    PlainPhone revealPhone(Caller caller, @PathVariable MessageId id, @Valid @RequestBody RevealPurpose why) {
        return messages.revealPhone(caller, id, why);
    }

    @PostMapping("/api/staff/messages/{id}/redrive")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    WorkLine redrive(Caller caller, @PathVariable MessageId id) {
        return messages.redrive(caller, id);
    }
}
