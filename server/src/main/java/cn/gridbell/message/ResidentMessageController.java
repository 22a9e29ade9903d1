package cn.gridbell.message;

import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The inbox. */
@RestController
class ResidentMessageController {

    private final Messages messages;

    ResidentMessageController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/api/resident/messages")
    @CallableBy(Audience.RESIDENT)
    Page<InboxLine> inbox(Caller caller, PageRequest page) {
        return messages.inboxOf(caller, page);
    }
}
