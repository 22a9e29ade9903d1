package cn.gridbell.request.category;

import cn.gridbell.platform.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a category asks before a request is submitted.
 *
 * @param code     stands for it in {@code answers}
 * @param words    the question in Chinese
 * @param required whether a request can be submitted without an answer
 * @param choices  of a {@code CHOICE} and of nothing else
 * @param stopper  the answer that ends the submission, if there is one
 */
public record Question(
        @NotNull(message = "请填写问题代码。")
        @Pattern(regexp = "[a-z][a-zA-Z0-9]{0,29}", message = "问题代码以小写字母开头，只含字母和数字，最多30个字符。")
        String code,

        @NotNull(message = "请选择问题类型。") Kind kind,

        @NotNull(message = "请填写问题。") @PlainText(max = 60) String words,

        boolean required,

        @Size(max = 12, message = "最多可以有12个选项。") @Nullable
        List<@NotNull(message = "选项不能为空。") @PlainText(max = 20) String> choices,

        @Valid @Nullable Stopper stopper) {

    private static final String YES = "YES";
    private static final int MOST_CHARACTERS = 200;

    /** How it is answered; each answer is a text. */
    public enum Kind {
        /** Up to 200 characters. */
        TEXT,
        /** One of the choices. */
        CHOICE,
        /** A decimal number, at most nine digits before the point and two behind it. */
        NUMBER,
        /** {@code YES} or {@code NO}. */
        YES_NO
    }

    /**
     * @param answers those that end the submission
     * @param call    the number to call, for example 119
     * @param words   what the resident is told instead, in Chinese
     */
    public record Stopper(
            @NotNull(message = "请填写触发的答案。") @Size(min = 1, max = 12, message = "请填写1到12个触发的答案。")
            List<@NotNull(message = "触发的答案不能为空。") @PlainText(max = 20) String> answers,

            @NotNull(message = "请填写应拨打的电话。") @Pattern(regexp = "\\d{3,12}", message = "拨打的电话应为3到12位数字。")
            String call,

            @NotNull(message = "请填写提示语。") @PlainText(min = 5, max = 100)
            String words) {}

    /** The answer as it is kept; empty if it is no answer to this question. */
    Optional<String> accept(String given) {
        String answer = given.strip();
        boolean fits =
                switch (kind) {
                    case TEXT -> !answer.isEmpty() && answer.codePointCount(0, answer.length()) <= MOST_CHARACTERS;
                    case CHOICE -> offered().contains(answer);
                    case NUMBER -> answer.matches("-?\\d{1,9}(\\.\\d{1,2})?");
                    case YES_NO -> answer.equals(YES) || answer.equals("NO");
                };
        return fits
                ? Optional.of(kind == Kind.NUMBER ? new BigDecimal(answer).toPlainString() : answer)
                : Optional.empty();
    }

    /** What to do about an answer that is none. */
    String hint() {
        return switch (kind) {
            case TEXT -> "请用200字以内回答“" + words + "”。";
            case CHOICE -> "请从选项中回答“" + words + "”。";
            case NUMBER -> "请用数字回答“" + words + "”。";
            case YES_NO -> "请用是或否回答“" + words + "”。";
        };
    }

    /** As staff read it. */
    String inWords(String answer) {
        return kind == Kind.YES_NO ? (answer.equals(YES) ? "是" : "否") : answer;
    }

    boolean stopsAt(String answer) {
        return stopper != null && stopper.answers().contains(answer);
    }

    private List<String> offered() {
        return choices == null ? List.of() : choices;
    }

    /** What is wrong with it as a question; empty if nothing. */
    Optional<String> flaw() {
        boolean choice = kind == Kind.CHOICE;
        if (choice
                && (offered().size() < 2
                        || offered().stream().distinct().count() < offered().size())) {
            return Optional.of("选择题“" + words + "”至少要有两个不同的选项。");
        }
        if (!choice && !offered().isEmpty()) {
            return Optional.of("只有选择题可以有选项：“" + words + "”。");
        }
        if (stopper != null && (kind == Kind.TEXT || kind == Kind.NUMBER)) {
            return Optional.of("只有选择题和是非题可以设置紧急提示：“" + words + "”。");
        }
        boolean possible = stopper == null
                || stopper.answers().stream().allMatch(answer -> accept(answer).isPresent());
        return possible ? Optional.empty() : Optional.of("紧急提示的触发答案不在“" + words + "”的答案之中。");
    }
}
