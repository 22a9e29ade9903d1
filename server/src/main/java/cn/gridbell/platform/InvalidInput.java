package cn.gridbell.platform;

import java.util.List;
import org.springframework.http.HttpStatus;

/** 400: one or more fields cannot be taken as they are; {@code errors[]} names each field and says what to do, in Chinese. */
public final class InvalidInput extends Problem {

    private static final long serialVersionUID = 1L;

    /** One field that was refused. */
    public record FieldError(String field, String message) {}

    public InvalidInput(List<FieldError> errors) {
        super(
                HttpStatus.BAD_REQUEST,
                "platform",
                "invalid-input",
                "填写有误",
                errors.isEmpty() ? "提交的内容有误，请检查后重试。" : errors.get(0).message());
        with("errors", List.copyOf(errors));
    }

    public static InvalidInput of(String field, String message) {
        return new InvalidInput(List.of(new FieldError(field, message)));
    }
}
