package cn.gridbell.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Words a person typed: at least {@code min} characters (code points) after trimming and at most {@code max} as sent, so that they fit their
 * column trimmed or not; no NUL, no lone surrogate, no control character but line breaks and tabs. Null passes; add {@code @NotNull} where a
 * value is needed.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Check.class)
public @interface PlainText {

    int min() default 1;

    int max();

    String message() default "内容过长、为空或含有无法识别的字符，请修改后重试。";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check behind the annotation. */
    final class Check implements ConstraintValidator<PlainText, CharSequence> {

        private int min;
        private int max;

        @Override
        public void initialize(PlainText bounds) {
            min = bounds.min();
            max = bounds.max();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            String text = value.toString();
            if (text.length() > max * 2L || text.codePointCount(0, text.length()) > max) {
                return refuse(context, "内容太长，最多" + max + "个字。");
            }
            String words = text.strip();
            if (words.codePointCount(0, words.length()) < min) {
                return refuse(context, min == 1 ? "请填写内容。" : "内容太短，至少" + min + "个字。");
            }
            return text.codePoints().allMatch(Check::readable) || refuse(context, "含有无法识别的字符，请删去后重试。");
        }

        private static boolean readable(int point) {
            if (point == '\n' || point == '\r' || point == '\t') {
                return true;
            }
            int type = Character.getType(point);
            return type != Character.CONTROL && type != Character.SURROGATE && !isNoCharacter(point);
        }

        /** Never assigned, whatever Unicode adds; this Java does not know the newest emoji, so "unassigned" would refuse those. */
        private static boolean isNoCharacter(int point) {
            return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        }

        private static boolean refuse(ConstraintValidatorContext context, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
            return false;
        }
    }
}
