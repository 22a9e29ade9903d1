package cn.gridbell.request.published;

import cn.gridbell.request.category.Question;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.request.published.PublishedService.Choice;
import cn.gridbell.request.published.PublishedService.Kind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The categories that can be chosen and are not private. */
@Component
class PublishedServices {

    private static final List<Choice> YES_OR_NO = List.of(new Choice("YES", "是"), new Choice("NO", "否"));

    private final RequestCategories categories;

    PublishedServices(RequestCategories categories) {
        this.categories = categories;
    }

    List<PublishedService> all() {
        return categories.selectable().stream()
                .filter(category -> !category.isPrivate())
                .map(this::view)
                .toList();
    }

    List<String> codes() {
        return all().stream().map(PublishedService::code).toList();
    }

    private PublishedService view(RequestCategory category) {
        String parent = category.parent();
        return new PublishedService(
                category.code(),
                category.name(),
                parent == null ? category.name() : categories.nameOf(parent),
                category.keywords(),
                category.questions().stream().map(PublishedServices::view).toList());
    }

    private static PublishedService.Question view(Question question) {
        List<String> offered = question.choices() == null ? List.of() : question.choices();
        Kind kind =
                switch (question.kind()) {
                    case TEXT -> Kind.TEXT;
                    case NUMBER -> Kind.NUMBER;
                    case CHOICE, YES_NO -> Kind.CHOICE;
                };
        List<Choice> choices = question.kind() == Question.Kind.YES_NO
                ? YES_OR_NO
                : offered.stream().map(words -> new Choice(words, words)).toList();
        return new PublishedService.Question(question.code(), kind, question.words(), question.required(), choices);
    }
}
