package cn.gridbell.request.category;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Which categories a text is most likely about, by the words of the catalogue that stand in it and by nothing else, so that each proposal can
 * say why. A word counts by its length and by how few categories share it; a word inside a longer one that another category knows counts
 * little ("水" in "水管"), and a word counts once. What a sentence denies ("没有漏水") is not understood.
 */
@Service
public class CategoryProposals {

    private static final int MOST = 3;
    private static final double INSIDE_A_LONGER_ONE = 0.25;
    private static final double SINGLE_CHARACTER = 0.5;
    private static final double CLEAR = 2;
    private static final double LEAD = 1.5;

    private final RequestCategories categories;

    CategoryProposals(RequestCategories categories) {
        this.categories = categories;
    }

    /**
     * A category a text may be about.
     *
     * @param score  only to be compared within one answer
     * @param because the words that decided, the longest first
     */
    public record Proposal(String code, String name, double score, List<String> because) {}

    /** At most three, the likeliest first; empty if no word of the catalogue stands in the text. */
    public List<Proposal> of(String text) {
        return ranked(categories.selectable(), text).stream().limit(MOST).toList();
    }

    /** The one it is about, if that is clear: enough words, and clearly more than for any other. */
    public Optional<RequestCategory> clear(String text) {
        List<Proposal> best = of(text);
        if (best.isEmpty() || best.get(0).score() < CLEAR) {
            return Optional.empty();
        }
        boolean leads =
                best.size() == 1 || best.get(0).score() >= LEAD * best.get(1).score();
        return leads ? categories.find(best.get(0).code()) : Optional.empty();
    }

    static List<Proposal> ranked(List<RequestCategory> catalogue, String text) {
        String plain = plain(text);
        Map<String, Long> shared = catalogue.stream()
                .flatMap(category -> termsOf(category).stream())
                .collect(Collectors.groupingBy(term -> term, Collectors.counting()));
        List<Span> found = spans(plain, shared.keySet());
        List<Proposal> proposals = new ArrayList<>();
        for (RequestCategory category : catalogue) {
            Map<String, Double> words = wordsOf(category, found, shared);
            double score =
                    words.values().stream().mapToDouble(Double::doubleValue).sum();
            if (score > 0) {
                proposals.add(new Proposal(
                        category.code(),
                        category.name(),
                        Math.round(score * 100) / 100.0,
                        words.keySet().stream()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .toList()));
            }
        }
        proposals.sort(Comparator.comparingDouble(Proposal::score).reversed());
        return proposals;
    }

    /** A word of the catalogue where it stands in the text. */
    private record Span(String term, int from, int to) {

        boolean inside(Span other) {
            return other.from <= from && to <= other.to && other.to - other.from > to - from;
        }
    }

    private static List<Span> spans(String plain, Set<String> terms) {
        List<Span> found = new ArrayList<>();
        for (String term : terms) {
            for (int at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
                found.add(new Span(term, at, at + term.length()));
            }
        }
        return found;
    }

    /** What each word of a category that stands in the text is worth. */
    private static Map<String, Double> wordsOf(RequestCategory category, List<Span> found, Map<String, Long> shared) {
        Set<String> own = termsOf(category);
        List<Span> mine =
                found.stream().filter(span -> own.contains(span.term())).toList();
        Map<String, Double> worth = new HashMap<>();
        for (Span span : mine) {
            if (mine.stream().anyMatch(span::inside)) {
                continue;
            }
            double free = found.stream().anyMatch(span::inside) ? INSIDE_A_LONGER_ONE : 1;
            double length =
                    span.term().length() == 1 ? SINGLE_CHARACTER : span.term().length();
            worth.merge(span.term(), free * length / shared.getOrDefault(span.term(), 1L), Math::max);
        }
        return worth;
    }

    private static Set<String> termsOf(RequestCategory category) {
        Set<String> terms = new LinkedHashSet<>();
        category.keywords().forEach(word -> terms.add(plain(word)));
        terms.add(plain(category.name()));
        terms.remove("");
        return terms;
    }

    /** Letters and digits only, lower case: "电 瓶车" is a 电瓶车. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
