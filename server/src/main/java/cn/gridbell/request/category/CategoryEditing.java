package cn.gridbell.request.category;

import cn.gridbell.platform.InvalidInput;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How the street's administrators change a category. Requests that exist keep their deadlines and their answers. */
@Component
class CategoryEditing {

    private static final int LONGEST_KEYWORDS = 600;

    private final RequestCategories categories;
    private final RequestCategoryMapper rows;
    private final CategoryShelf shelf;
    private final TransactionTemplate transaction;

    CategoryEditing(
            RequestCategories categories,
            RequestCategoryMapper rows,
            CategoryShelf shelf,
            TransactionTemplate transaction) {
        this.categories = categories;
        this.rows = rows;
        this.shelf = shelf;
        this.transaction = transaction;
    }

    List<RequestCategory> all() {
        categories.refresh();
        return categories.all();
    }

    /** @throws CategoryNotFound 404 @throws CategoryChanged 409 @throws InvalidInput 400 */
    RequestCategory replace(String code, WriteCategory command) {
        RequestCategory changed = command.over(find(code).orElseThrow(CategoryNotFound::new));
        requireSound(changed);
        Boolean stored = transaction.execute(status -> rows.replace(shelf.rowOf(changed)) == 1);
        categories.refresh();
        if (!Boolean.TRUE.equals(stored)) {
            throw new CategoryChanged();
        }
        return find(code).orElseThrow(CategoryNotFound::new);
    }

    private Optional<RequestCategory> find(String code) {
        return categories.find(code);
    }

    private static void requireSound(RequestCategory category) {
        if (String.join(" ", category.keywords()).length() > LONGEST_KEYWORDS) {
            throw InvalidInput.of("keywords", "关键词合计太长，请删去一些。");
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < category.questions().size(); i++) {
            Question question = category.questions().get(i);
            String field = "questions[" + i + "]";
            if (!codes.add(question.code())) {
                throw InvalidInput.of(field + ".code", "问题代码重复：" + question.code() + "。");
            }
            question.flaw().ifPresent(flaw -> {
                throw InvalidInput.of(field, flaw);
            });
        }
    }
}
