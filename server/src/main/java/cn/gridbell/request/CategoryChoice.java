package cn.gridbell.request;

import cn.gridbell.request.category.AnswerGiven;
import cn.gridbell.request.category.CategoryProposals;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.category.RequestCategory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which category a new request has, and what was answered to its questions. */
@Component
class CategoryChoice {

    private final RequestCategories categories;
    private final CategoryProposals proposals;

    CategoryChoice(RequestCategories categories, CategoryProposals proposals) {
        this.categories = categories;
        this.proposals = proposals;
    }

    /** @throws cn.gridbell.platform.InvalidInput 400 if it is unknown or only a heading */
    RequestCategory requireSelectable(String code) {
        return categories.requireSelectable(code);
    }

    /**
     * @param code  null: what the words say, if that is clear
     * @param words of the resident
     * @throws cn.gridbell.platform.InvalidInput 400 if it is unknown or only a heading
     */
    RequestCategory of(@Nullable String code, String words) {
        return code == null ? proposed(words) : categories.requireSelectable(code);
    }

    /** Words that say nothing clear wait for a person to screen them, under a category that is never shown to others. */
    private RequestCategory proposed(String words) {
        return proposals.clear(words).orElseGet(() -> categories.requireSelectable(RequestCategory.OTHER));
    }

    /**
     * @throws cn.gridbell.request.category.RequestStopped 422 if an answer means an emergency
     * @throws cn.gridbell.platform.InvalidInput 400
     */
    List<AnswerGiven> check(RequestCategory category, @Nullable Map<String, String> given) {
        return categories.check(category, given);
    }

    void keep(RequestId request, List<AnswerGiven> given) {
        categories.keep(request.value(), given);
    }
}
