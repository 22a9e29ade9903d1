package cn.gridbell.request.category;

import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which category a resident's words are about. The words are neither stored nor logged. */
@RestController
@RequestMapping("/api/resident/request-category-proposals")
class ProposalController {

    private final CategoryProposals proposals;

    ProposalController(CategoryProposals proposals) {
        this.proposals = proposals;
    }

    @PostMapping
    @CallableBy(Audience.RESIDENT)
    Proposals propose(@Valid @RequestBody Text body) {
        return new Proposals(proposals.of(body.text()));
    }

    /** What the resident has written so far. */
    record Text(
            @NotNull(message = "请描述您的诉求。") @PlainText(max = 1000)
            String text) {}

    /** At most three, the likeliest first. */
    record Proposals(List<CategoryProposals.Proposal> items) {}
}
