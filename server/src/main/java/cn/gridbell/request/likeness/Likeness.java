package cn.gridbell.request.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How alike two Chinese texts are, by the pairs of neighbouring characters they share (Dice's coefficient): Chinese words are mostly two
 * characters long, so pairs stand in for words without a dictionary.
 */
public final class Likeness {

    private static final int MOST_COMPARED = 300;
    private static final int MOST_REASONS = 3;

    private Likeness() {}

    /** 0 (nothing shared) to 100 (the same); signs and blanks do not count. */
    public static int of(String one, String other) {
        Map<String, Integer> first = pairs(plain(one));
        Map<String, Integer> second = pairs(plain(other));
        int all = count(first) + count(second);
        if (all == 0) {
            return 0;
        }
        int both = first.entrySet().stream()
                .mapToInt(pair -> Math.min(pair.getValue(), second.getOrDefault(pair.getKey(), 0)))
                .sum();
        return Math.round(200f * both / all);
    }

    /** The longest pieces of at least two characters that stand in both, at most three. */
    public static List<String> shared(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while (at < first.length() - 1) {
            int length = 0;
            while (at + length < first.length() && second.contains(first.substring(at, at + length + 1))) {
                length++;
            }
            if (length >= 2) {
                pieces.add(first.substring(at, at + length));
            }
            at += Math.max(1, length);
        }
        return pieces.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_REASONS)
                .toList();
    }

    private static Map<String, Integer> pairs(String plain) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.merge(plain.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static int count(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(MOST_COMPARED)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
