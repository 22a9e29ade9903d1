package cn.gridbell.request.category;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.InvalidInput.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What residents answer to a category's questions. Kept with the question as it was asked, so that a later edit changes no answer's meaning. */
@Component
class CategoryAnswers {

    private final RequestCategoryMapper rows;

    CategoryAnswers(RequestCategoryMapper rows) {
        this.rows = rows;
    }

    static List<AnswerGiven> check(RequestCategory category, Map<String, String> given) {
        // An emergency first: whoever has to call 119 is not to be told of a field that was left empty.
        category.questions().stream()
                .filter(question -> given.containsKey(question.code())
                        && question.stopsAt(given.get(question.code()).strip()))
                .findFirst()
                .ifPresent(question -> {
                    throw new RequestStopped(question);
                });
        List<FieldError> errors = new ArrayList<>();
        List<AnswerGiven> kept = new ArrayList<>();
        for (Question question : category.questions()) {
            String answer = given.get(question.code());
            Optional<String> accepted = answer == null ? Optional.empty() : question.accept(answer);
            if (accepted.isPresent()) {
                kept.add(new AnswerGiven(question.code(), question.words(), question.inWords(accepted.get())));
            } else if (answer != null && !answer.isBlank()) {
                errors.add(new FieldError(field(question.code()), question.hint()));
            } else if (question.required()) {
                errors.add(new FieldError(field(question.code()), "请回答“" + question.words() + "”。"));
            }
        }
        Set<String> asked = category.questions().stream().map(Question::code).collect(Collectors.toSet());
        if (!asked.containsAll(given.keySet())) {
            errors.add(new FieldError("answers", "有的回答不属于这个类别的问题，请重新选择类别后填写。"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return kept;
    }

    void keep(long request, List<AnswerGiven> given) {
        given.forEach(answer -> rows.insertAnswer(request, answer.code(), answer.question(), answer.answer()));
    }

    List<AnswerGiven> of(long request) {
        return rows.answersOf(request);
    }

    void forget(long request) {
        rows.eraseAnswers(request, "居民已注销，内容已删除。");
    }

    private static String field(String code) {
        return "answers." + code;
    }
}
