package cn.gridbell.request;

import cn.gridbell.platform.InvalidInput;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The categories, read at most once a minute. */
@Component
class RequestCategories {

    private final LoadingCache<String, List<RequestCategory>> read;

    RequestCategories(RequestCategoryMapper categories) {
        read = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(all -> categories.all());
    }

    Optional<RequestCategory> find(String code) {
        return all().stream().filter(category -> category.code().equals(code)).findFirst();
    }

    /** The category's Chinese name; its code if it was taken off the list since. */
    String nameOf(String code) {
        return find(code).map(RequestCategory::name).orElse(code);
    }

    /** @throws InvalidInput 400 if it is unknown or only a heading */
    RequestCategory requireSelectable(String code) {
        return find(code)
                .filter(this::selectable)
                .orElseThrow(() -> InvalidInput.of("category", "没有这个诉求类别，请从列表中重新选择。"));
    }

    List<CategoryView> tree() {
        return all().stream()
                .filter(category -> category.parent() == null)
                .map(this::view)
                .toList();
    }

    private CategoryView view(RequestCategory category) {
        List<CategoryView> children = all().stream()
                .filter(child -> Objects.equals(child.parent(), category.code()))
                .map(this::view)
                .toList();
        List<String> keywords = category.keywords().isEmpty()
                ? List.of()
                : Arrays.asList(category.keywords().split(" "));
        return new CategoryView(
                category.code(), category.name(), keywords, children.isEmpty(), category.isPrivate(), children);
    }

    private boolean selectable(RequestCategory category) {
        return all().stream().noneMatch(other -> Objects.equals(other.parent(), category.code()));
    }

    private List<RequestCategory> all() {
        return read.get("all");
    }
}
