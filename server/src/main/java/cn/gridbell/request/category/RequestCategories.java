package cn.gridbell.request.category;

import cn.gridbell.platform.InvalidInput;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The categories, read at most once a minute; a change shows on this node at once and on the others within that minute. */
@Service
public class RequestCategories {

    private final LoadingCache<String, List<RequestCategory>> read;
    private final CategoryAnswers answers;

    RequestCategories(RequestCategoryMapper categories, CategoryShelf shelf, CategoryAnswers answers) {
        this.answers = answers;
        read = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(all -> categories.all().stream().map(shelf::open).toList());
    }

    public Optional<RequestCategory> find(String code) {
        return all().stream().filter(category -> category.code().equals(code)).findFirst();
    }

    /** The category's Chinese name; its code if it was taken off the list since. */
    public String nameOf(String code) {
        return find(code).map(RequestCategory::name).orElse(code);
    }

    /** @throws InvalidInput 400 if it is unknown or only a heading */
    public RequestCategory requireSelectable(String code) {
        return find(code)
                .filter(this::selectable)
                .orElseThrow(() -> InvalidInput.of("category", "没有这个诉求类别，请从列表中重新选择。"));
    }

    /** Those that can be chosen, in the order of the screen. */
    public List<RequestCategory> selectable() {
        return all().stream().filter(this::selectable).toList();
    }

    public List<CategoryView> tree() {
        return all().stream()
                .filter(category -> category.parent() == null)
                .map(this::view)
                .toList();
    }

    /**
     * Looks at what a resident answered before anything is stored.
     *
     * @param given by the question's code; null: nothing
     * @return what to keep
     * @throws RequestStopped 422 if an answer means an emergency
     * @throws InvalidInput 400 if an answer is missing, unfit or to no question of this category
     */
    public List<AnswerGiven> check(RequestCategory category, @Nullable Map<String, String> given) {
        return CategoryAnswers.check(category, given == null ? Map.of() : given);
    }

    /** Keeps the answers of a request; part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(long request, List<AnswerGiven> given) {
        answers.keep(request, given);
    }

    /** In the order they were asked. */
    public List<AnswerGiven> answersOf(long request) {
        return answers.of(request);
    }

    /** What was answered in a resident's own words goes; part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetAnswers(long request) {
        answers.forget(request);
    }

    /** Reads anew, after a change. */
    void refresh() {
        read.invalidateAll();
    }

    List<RequestCategory> all() {
        return Objects.requireNonNull(read.get("all"));
    }

    private CategoryView view(RequestCategory category) {
        List<CategoryView> children = all().stream()
                .filter(child -> Objects.equals(child.parent(), category.code()))
                .map(this::view)
                .toList();
        return new CategoryView(
                category.code(),
                category.name(),
                category.keywords(),
                children.isEmpty(),
                category.isPrivate(),
                category.questions(),
                category.notices(),
                children);
    }

    private boolean selectable(RequestCategory category) {
        return all().stream().noneMatch(other -> Objects.equals(other.parent(), category.code()));
    }
}
