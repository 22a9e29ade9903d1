package cn.gridbell.chat;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What often-said words are answered with, as staff edit it. */
@RestController
@RequestMapping("/api/staff/chat-answers")
class StaffChatAnswerController {

    private final KeywordAnswers answers;

    StaffChatAnswerController(KeywordAnswers answers) {
        this.answers = answers;
    }

    /** All of them, the most important first. */
    @GetMapping
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.COMMUNITY, Role.STREET, Role.ADMIN})
    Page<ChatAnswer> all() {
        return new Page<>(answers.all(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    ChatAnswer add(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody WriteChatAnswer body) {
        return answers.add(caller, IdempotencyKey.optional(key), body);
    }

    @PutMapping("/{id}")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    ChatAnswer replace(Caller caller, @PathVariable ChatAnswerId id, @Valid @RequestBody WriteChatAnswer body) {
        return answers.replace(caller, id, body);
    }

    /** Answers what was removed. */
    @PostMapping("/{id}/removal")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.STREET, Role.ADMIN})
    ChatAnswer remove(@PathVariable ChatAnswerId id) {
        return answers.remove(id);
    }
}
