package cn.gridbell.message.wording;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types of template fields, and how a value is made to fit. The mini-program refuses a message whose value does not fit (47003) and the
 * official account cuts it, so both are made to fit here (订阅消息参数值内容限制说明). {@code enum} fields take a list of WeChat's own and
 * cannot be used.
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
            return chinese.isEmpty() ? "有新进展" : first(5, chinese);
        }
    },
    /** 32 digits, letters and signs. */
    CHARACTER_STRING {
        @Override
        String fit(String value) {
            return only(NOT_VISIBLE_ASCII, value, 32, "-");
        }
    },
    /** 32 digits. */
    NUMBER {
        @Override
        String fit(String value) {
            return only(NOT_DIGIT, value, 32, "0");
        }
    },
    /** 32 letters. */
    LETTER {
        @Override
        String fit(String value) {
            return only(NOT_LETTER, value, 32, "A");
        }
    },
    /** 5 signs. */
    SYMBOL {
        @Override
        String fit(String value) {
            return only(NOT_SIGN, value, 5, "-");
        }
    },
    /** 17 digits and signs of a telephone number. */
    PHONE_NUMBER {
        @Override
        String fit(String value) {
            return only(NOT_PHONE, value, 17, "-");
        }
    },
    /** 8 characters of a number plate. */
    CAR_NUMBER {
        @Override
        String fit(String value) {
            return only(NOT_PLATE, value, 8, "-");
        }
    },
    /** 10 Chinese characters, or 20 letters and signs. */
    NAME {
        @Override
        String fit(String value) {
            String plain =
                    CONTROL.matcher(value).replaceAll(" ").replaceAll("\\d", "").strip();
            if (plain.isEmpty()) {
                return "网格员";
            }
            boolean chinese = plain.codePoints().anyMatch(c -> c > 0x7e);
            return first(chinese ? 10 : 20, plain).strip();
        }
    },
    /** {@code 2026年11月23日 15:00}, with {@code ~} and an end if it is a span. */
    TIME {
        @Override
        String fit(String value) {
            return inForm(value);
        }
    },
    /** The same; a time of day may follow the date. */
    DATE {
        @Override
        String fit(String value) {
            return inForm(value);
        }
    };

    private static final Pattern KEY = Pattern.compile("([a-z_]+)[1-9]\\d?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]+");
    private static final Pattern NOT_CHINESE = Pattern.compile("[^\\p{IsHan}]");
    private static final Pattern NOT_VISIBLE_ASCII = Pattern.compile("[^\\x21-\\x7e]");
    private static final Pattern NOT_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern NOT_LETTER = Pattern.compile("[^A-Za-z]");
    private static final Pattern NOT_SIGN = Pattern.compile("[^\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e]");
    private static final Pattern NOT_PHONE = Pattern.compile("[^0-9+-]");
    private static final Pattern NOT_PLATE = Pattern.compile("[^\\p{IsHan}A-Za-z0-9]");
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
        for (FieldRule rule : values()) {
            if (rule.name().toLowerCase(Locale.ROOT).equals(matcher.group(1))) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
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

    private static String only(Pattern unwanted, String value, int most, String nothing) {
        String kept = unwanted.matcher(value).replaceAll("");
        return kept.isEmpty() ? nothing : first(most, kept);
    }

    private static String first(int most, String text) {
        int count = text.codePointCount(0, text.length());
        return text.substring(0, text.offsetByCodePoints(0, Math.min(most, count)));
    }

    private static String inForm(String value) {
        if (!MOMENT.matcher(value).matches()) {
            throw new IllegalArgumentException("not in the form of a time field");
        }
        return value;
    }
}
