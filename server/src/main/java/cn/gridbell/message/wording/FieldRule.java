package cn.gridbell.message.wording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of template fields this house uses, and how a value is made to fit. The mini-program refuses a message whose value does not fit
 * (47003) and the official account cuts it, so both are made to fit here (订阅消息参数值内容限制说明).
 */
enum FieldRule {
    /** 20 characters of any kind. */
    THING {
        @Override
        String fit(String value) {
            return shorten(value, 20);
        }
    },
    /** 5 Chinese characters and nothing else. */
    PHRASE {
        @Override
        String fit(String value) {
            String chinese = NOT_CHINESE.matcher(value).replaceAll("");
            return chinese.isEmpty()
                    ? "有新进展"
                    : chinese.substring(0, chinese.offsetByCodePoints(0, Math.min(5, count(chinese))));
        }
    },
    /** 32 digits, letters and signs. */
    CHARACTER_STRING {
        @Override
        String fit(String value) {
            String ascii = NOT_VISIBLE_ASCII.matcher(value).replaceAll("");
            return ascii.isEmpty() ? "-" : ascii.substring(0, Math.min(32, ascii.length()));
        }
    },
    /** {@code 2026年11月23日 15:00}, with {@code ~} and an end if it is a span. */
    TIME {
        @Override
        String fit(String value) {
            if (!MOMENT.matcher(value).matches()) {
                throw new IllegalArgumentException("not in the form of a time field");
            }
            return value;
        }
    };

    private static final Pattern KEY = Pattern.compile("([a-z_]+)[1-9]\\d?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]+");
    private static final Pattern NOT_CHINESE = Pattern.compile("[^\\p{IsHan}]");
    private static final Pattern NOT_VISIBLE_ASCII = Pattern.compile("[^\\x21-\\x7e]");
    private static final Pattern MOMENT =
            Pattern.compile("(\\d{4}年\\d{1,2}月\\d{1,2}日 \\d{2}:\\d{2})(~(\\d{4}年\\d{1,2}月\\d{1,2}日 )?\\d{2}:\\d{2})?");

    /** A value that WeChat takes as it is. @throws IllegalArgumentException if no shortening makes it fit */
    abstract String fit(String value);

    /** The rule of a field key such as {@code thing2}; empty for a type this house does not use. */
    static Optional<FieldRule> of(String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return switch (matcher.group(1)) {
            case "thing" -> Optional.of(THING);
            case "phrase" -> Optional.of(PHRASE);
            case "character_string" -> Optional.of(CHARACTER_STRING);
            case "time" -> Optional.of(TIME);
            default -> Optional.empty();
        };
    }

    /** At most {@code most} UTF-16 units, the last one an ellipsis if something was left out; no pair is cut in half. */
    private static String shorten(String value, int most) {
        String plain = CONTROL.matcher(value).replaceAll(" ").strip();
        if (plain.isEmpty()) {
            return "-";
        }
        if (plain.length() <= most) {
            return plain;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(0, end) + "…";
    }

    private static int count(String text) {
        return text.codePointCount(0, text.length());
    }
}
