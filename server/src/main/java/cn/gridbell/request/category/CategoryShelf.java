package cn.gridbell.request.category;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows to categories and back; what a category asks and tells is one JSON text each, read and written whole. */
@Component
class CategoryShelf {

    private final JsonMapper json;

    CategoryShelf(JsonMapper json) {
        this.json = json;
    }

    RequestCategory open(CategoryRow row) {
        return new RequestCategory(
                row.code(),
                row.parent(),
                row.name(),
                row.keywords().isBlank()
                        ? List.of()
                        : Arrays.asList(row.keywords().strip().split(" +")),
                row.isPrivate(),
                row.firstColour(),
                new RequestCategory.Hours(row.greenHours(), row.yellowHours(), row.blueHours(), row.redHours()),
                new RequestCategory.Habits(row.followUp(), row.likeMetres(), row.afterPhoto()),
                row.questions() == null ? List.of() : List.of(json.readValue(row.questions(), Question[].class)),
                row.notices() == null ? List.of() : List.of(json.readValue(row.notices(), String[].class)),
                row.version());
    }

    CategoryRow rowOf(RequestCategory category) {
        return new CategoryRow(
                category.code(),
                category.parent(),
                category.name(),
                String.join(" ", category.keywords()),
                category.isPrivate(),
                category.firstColour(),
                category.hours().green(),
                category.hours().yellow(),
                category.hours().blue(),
                category.hours().red(),
                category.habits().followUp(),
                category.habits().likeMetres(),
                category.habits().afterPhoto(),
                text(category.questions()),
                text(category.notices()),
                category.version());
    }

    private @Nullable String text(List<?> list) {
        return list.isEmpty() ? null : json.writeValueAsString(list);
    }
}
