package cn.gridbell.chat;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu below the official account's chat. */
@RestController
class StaffChatMenuController {

    private final ChatMenu menu;

    StaffChatMenuController(ChatMenu menu) {
        this.menu = menu;
    }

    /** What this house defines beside what WeChat has. */
    @GetMapping("/api/staff/chat-menu")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    ChatMenu.Comparison compare() {
        return menu.compare();
    }

    @PostMapping("/api/staff/chat-menu/publication")
    @CallableBy(value = Audience.STAFF, roles = Role.ADMIN)
    ChatMenu.Comparison publish() {
        return menu.publish();
    }
}
