package cn.gridbell.chat;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
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

/** People who asked for a person, and answering them. */
@RestController
@RequestMapping("/api/staff/chats")
class StaffChatController {

    private final StaffChats chats;

    StaffChatController(StaffChats chats) {
        this.chats = chats;
    }

    @GetMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.ADMIN})
    Page<ChatView> withStatus(Caller caller, @RequestParam(defaultValue = "WAITING") String status, PageRequest page) {
        ChatStatus wanted = Arrays.stream(ChatStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("status", "没有这种会话状态，请从列表中选择。"));
        return chats.withStatus(caller, wanted, page);
    }

    /** @param text what is said; the member's title and name are put before it */
    record ReplyToChat(
            @NotNull(message = "请填写内容。") @PlainText(max = 500)
            String text) {

        @Override
        public String toString() {
            return "ReplyToChat[…]";
        }
    }

    @PostMapping("/{id}/reply")
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.ADMIN})
    ChatView reply(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable ChatId id,
            @Valid @RequestBody ReplyToChat body) {
        return chats.reply(caller, IdempotencyKey.optional(key), id, body.text());
    }

    @PostMapping("/{id}/closure")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_MEMBER, Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.ADMIN})
    ChatView close(Caller caller, @PathVariable ChatId id) {
        return chats.close(caller, id);
    }
}
