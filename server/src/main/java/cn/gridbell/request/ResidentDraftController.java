package cn.gridbell.request;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.ResidentId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a resident began in the chat; it is finished with {@code POST /api/resident/requests} and its {@code draftId}. */
@RestController
@RequestMapping("/api/resident/request-drafts")
class ResidentDraftController {

    private final ChatDrafts drafts;

    ResidentDraftController(ChatDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    @CallableBy(Audience.RESIDENT)
    Drafts drafts(Caller caller) {
        return new Drafts(drafts.of(new ResidentId(caller.residentId())));
    }

    /** Newest first. */
    record Drafts(List<ChatDraft> items) {}

    /** A second withdrawal is refused (409), so that a repeated tap needs no key. */
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @CallableBy(Audience.RESIDENT)
    void withdraw(Caller caller, @PathVariable DraftId id) {
        drafts.withdraw(new ResidentId(caller.residentId()), id);
    }
}
