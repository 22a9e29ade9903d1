package dev.gridbell.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that a server asked of the database, as the general log has it, taken apart into text and values: so it can be asked again as a prepared
 * statement with other values.
 *
 * @param sql    with a question mark for each value
 * @param values each with its kind before a colon: {@code s:} words, {@code n:} a number, {@code t:} a time, {@code b:} bytes, by their count
 */
record Asked(String sql, List<String> values) {

    /** A time, a string, a number that is not part of a name and not the argument of a type or a limit; or a value the log does not tell. */
    private static final Pattern VALUE = Pattern.compile(
            "TIMESTAMP'(?<time>[^']*)'|'(?<words>(?:[^'\\\\]|\\\\.|'')*)'|(?<![\\w.`'])(?<number>\\d+(?:\\.\\d+)?)(?![\\w`'])|(?<untold>\\?)",
            Pattern.DOTALL);

    private static final Pattern STAYS =
            Pattern.compile("(?:\\b(?:LIMIT|OFFSET|INTERVAL)\\s+|\\b(?:CHAR|DATETIME|DECIMAL|TIMESTAMP)\\s*\\()$");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)|''", Pattern.DOTALL);
    private static final Pattern NO_WORDS = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFD]");

    static Asked of(String logged) {
        List<String> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        Matcher value = VALUE.matcher(logged);
        int end = 0;
        while (value.find()) {
            sql.append(logged, end, value.start());
            end = value.end();
            if (value.group("number") != null && STAYS.matcher(sql).find()) {
                sql.append(value.group());
            } else {
                sql.append('?');
                values.add(kindAndValue(value));
            }
        }
        return new Asked(sql.append(logged.substring(end)).toString(), List.copyOf(values));
    }

    private static String kindAndValue(Matcher value) {
        if (value.group("time") != null) {
            return "t:" + value.group("time").replace(' ', 'T');
        }
        if (value.group("number") != null) {
            return "n:" + value.group("number");
        }
        if (value.group("untold") != null) {
            return "n:1";
        }
        String words = ESCAPED.matcher(value.group("words"))
                .replaceAll(
                        found -> Matcher.quoteReplacement(found.group(1) == null ? "'" : unescaped(found.group(1))));
        return NO_WORDS.matcher(words).find() ? "b:" + words.length() : "s:" + words;
    }

    private static String unescaped(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "0" -> "\0";
            default -> letter;
        };
    }

    /** @param others what stands in values, and what takes its place */
    Asked replacing(Map<String, String> others) {
        List<String> changed = new ArrayList<>();
        for (String value : values) {
            String now = value;
            for (Map.Entry<String, String> each : others.entrySet()) {
                now = now.replace(each.getKey(), each.getValue());
            }
            changed.add(now);
        }
        return new Asked(sql, List.copyOf(changed));
    }
}
