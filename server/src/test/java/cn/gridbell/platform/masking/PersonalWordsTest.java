package cn.gridbell.platform.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The corpus is ours and made up: its figures say that nothing known is missed, not how many unknown ways of writing there are. */
class PersonalWordsTest {

    @Test
    void hidesWhatNamesAPersonAndNothingElse() throws IOException {
        int hidden = 0;
        List<String> missed = new ArrayList<>();
        List<String> tooMuch = new ArrayList<>();
        List<String> lines = corpus();
        for (String line : lines) {
            Marked marked = Marked.of(line);
            List<Passage> found = PersonalWords.in(marked.text());
            for (Span span : marked.spans()) {
                if (found.stream().anyMatch(passage -> passage.from() <= span.from() && span.to() <= passage.to())) {
                    hidden++;
                } else {
                    missed.add(line);
                }
            }
            found.stream()
                    .filter(passage -> marked.spans().stream()
                            .noneMatch(span -> span.from() < passage.to() && passage.from() < span.to()))
                    .forEach(passage ->
                            tooMuch.add(line + " -> " + marked.text().substring(passage.from(), passage.to())));
        }
        System.out.printf(
                Locale.ROOT,
                "masking: %d lines, %d to hide, %d hidden, %d missed, %d too much; recall %.3f, precision %.3f%n",
                lines.size(),
                hidden + missed.size(),
                hidden,
                missed.size(),
                tooMuch.size(),
                hidden / (double) (hidden + missed.size()),
                hidden / (double) (hidden + tooMuch.size()));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(150);
        assertThat(missed).as("missed").isEmpty();
        assertThat(tooMuch).as("hidden without need").isEmpty();
    }

    @Test
    void saysWhatWasHiddenAndLeavesTheRestAsItWas() {
        assertThat(PersonalWords.hidden("楼上602室漏水，打13812345678，车沪A12345。"))
                .isEqualTo("楼上〔门牌已隐去〕室漏水，打〔电话已隐去〕，车〔车牌已隐去〕。");
        String plain = "3号楼电梯坏了，打12345没有回音。";
        assertThat(PersonalWords.hidden(plain)).isSameAs(plain);
    }

    @Test
    void isNotSlowedDownByLongRunsOfDigits() {
        String digits = "1381234".repeat(2_000) + " 1 3 8".repeat(2_000) + "身份证" + "1 ".repeat(2_000);
        long start = System.nanoTime();
        PersonalWords.in(digits);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private static List<String> corpus() throws IOException {
        try (InputStream in = Objects.requireNonNull(PersonalWordsTest.class.getResourceAsStream("corpus.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private record Span(int from, int to) {}

    private record Marked(String text, List<Span> spans) {

        static Marked of(String line) {
            StringBuilder text = new StringBuilder();
            List<Span> spans = new ArrayList<>();
            int open = -1;
            for (char c : line.toCharArray()) {
                if (c == '⟦') {
                    open = text.length();
                } else if (c == '⟧') {
                    spans.add(new Span(open, text.length()));
                } else {
                    text.append(c);
                }
            }
            return new Marked(text.toString(), spans);
        }
    }
}
