package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a resident answers when they are asked. */
@RestController
class ResidentReplyController {

    private final RequestSteps steps;
    private final RequestQuestions questions;

    ResidentReplyController(RequestSteps steps, RequestQuestions questions) {
        this.steps = steps;
        this.questions = questions;
    }

    @PostMapping("/api/resident/requests/{id}/reply")
    @CallableBy(Audience.RESIDENT)
    RequestStanding reply(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody ReplyToQuestion command) {
        return steps.take(
                caller,
                IdempotencyKey.optional(key),
                new RequestSteps.Step("reply-to-question", id, command),
                () -> questions.reply(caller, id, command));
    }
}
