package dev.gridbell.sandbox;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What may stand in a field, by its type (订阅消息参数值内容限制说明). A mini-program's message with a wrong value is refused; an
 * official account's is cut.
 */
final class FieldRules {
    private static final Pattern NUMBERED = Pattern.compile("([a-z_]+?)\\d+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private static final String DAY =
            "\\d{4}(年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\\d|3[01])日|([-/.])(0?[1-9]|1[0-2])([-/.])(0?[1-9]|[12]\\d|3[01]))";
    private static final String TIME = "([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?";
    private static final String MOMENT = "(" + DAY + " ?)?" + TIME;
    private static final String DATE = DAY + "( ?" + TIME + ")?";

    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            Map.entry("thing", Pattern.compile("(?s).{1,20}")),
            Map.entry("number", Pattern.compile("(?=.{1,32}$)-?\\d+(\\.\\d+)?")),
            Map.entry("letter", Pattern.compile("[A-Za-z]{1,32}")),
            Map.entry("symbol", Pattern.compile("[\\p{P}\\p{S}]{1,5}")),
            Map.entry("character_string", Pattern.compile("[\\x21-\\x7e]{1,32}")),
            Map.entry("time", Pattern.compile(MOMENT + "( ?~ ?" + MOMENT + ")?")),
            Map.entry("date", Pattern.compile(DATE + "( ?~ ?(" + DATE + "|" + TIME + "))?")),
            Map.entry("amount", Pattern.compile("[\\p{Sc}¥￥]?\\d{1,10}(\\.\\d+)?元?")),
            Map.entry("phone_number", Pattern.compile("[0-9\\p{P}\\p{S}]{1,17}")),
            Map.entry("car_number", Pattern.compile("[\\p{IsHan}A-Za-z0-9][A-Za-z0-9]{0,6}[\\p{IsHan}A-Za-z0-9]?")),
            Map.entry("phrase", Pattern.compile("\\p{IsHan}{1,5}")));

    /** Where an official account's values are cut; other types have no length of their own. */
    private static final Map<String, Integer> CUTS = Map.of(
            "thing",
            20,
            "character_string",
            32,
            "phone_number",
            17,
            "car_number",
            8,
            "const",
            20,
            "phrase",
            5,
            "name",
            10);

    private FieldRules() {}

    /** Whether a mini-program's message may carry this value. */
    static boolean allows(String key, String value, List<String> options) {
        String type = type(key);
        if (CONTROL.matcher(value).find()) {
            return false;
        }
        if (type.equals("name")) {
            return isName(value);
        }
        if (type.equals("enum")) {
            return options.contains(value);
        }
        Pattern form = FORMS.get(type);
        return form != null && form.matcher(value).matches();
    }

    /** What an official account's message shows of this value. */
    static String cut(String key, String value) {
        int limit = CUTS.getOrDefault(type(key), Integer.MAX_VALUE);
        if (value.codePointCount(0, value.length()) <= limit) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, limit - 1)) + "…";
    }

    private static String type(String key) {
        var numbered = NUMBERED.matcher(key);
        return numbered.matches() ? numbered.group(1) : key;
    }

    /** 10 characters, or 20 if none of them is Chinese; no digits. */
    private static boolean isName(String value) {
        int length = value.codePointCount(0, value.length());
        int limit = HAN.matcher(value).find() ? 10 : 20;
        return length >= 1 && length <= limit && value.chars().noneMatch(Character::isDigit);
    }
}
