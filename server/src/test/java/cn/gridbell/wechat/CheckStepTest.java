package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.wechat.CheckAnswer.Verdict;
import cn.gridbell.wechat.CheckStep.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckStepTest {

    private static final Instant SINCE = Instant.parse("2026-11-24T01:30:00Z");

    @Test
    void onlyAPassMakesContentPublic() {
        for (Verdict verdict : Verdict.values()) {
            boolean passed = CheckStep.after(verdict, SINCE, 0, SINCE).state() == ContentState.PASSED;
            assertThat(passed).as(verdict.name()).isEqualTo(verdict == Verdict.PASS);
        }
    }

    @Test
    void whatCannotBeCheckedGoesToAPerson() {
        assertThat(CheckStep.after(Verdict.CANNOT, SINCE, 0, SINCE)).isEqualTo(CheckStep.review(Cause.CANNOT));
        assertThat(CheckStep.after(Verdict.REVIEW, SINCE, 0, SINCE)).isEqualTo(CheckStep.review(Cause.UNSURE));
    }

    @Test
    void waitsLongerEachTimeAndEndsWithAPersonAfter35Minutes() {
        Instant now = SINCE;
        int tries = 0;
        Duration longest = Duration.ZERO;
        CheckStep step = CheckStep.after(Verdict.AGAIN, SINCE, tries, now);
        assertThat(step.dueAt()).isEqualTo(SINCE.plusSeconds(30));
        while (step.dueAt() != null) {
            Duration wait = Duration.between(now, step.dueAt());
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            now = step.dueAt();
            step = CheckStep.after(Verdict.AGAIN, SINCE, ++tries, now);
        }
        assertThat(step).isEqualTo(CheckStep.review(Cause.SILENT));
        assertThat(now).as("asked a last time at the end").isEqualTo(SINCE.plus(CheckStep.PATIENCE));
        assertThat(longest).isEqualTo(Duration.ofMinutes(5));
        assertThat(tries).isBetween(8, 20);
    }

    @Test
    void aLongTextIsCutIntoPiecesWechatTakesAndNothingIsLost() {
        String text = "汉😀".repeat(4_000);
        List<String> pieces = WxJavaContentChecks.pieces(text);
        assertThat(pieces).hasSizeGreaterThan(4).allSatisfy(piece -> {
            assertThat(piece.length()).isLessThanOrEqualTo(WxJavaContentChecks.LONGEST_PIECE);
            assertThat(piece.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff))
                    .as("no character cut in two")
                    .isTrue();
        });
        assertThat(pieces.get(0)).isEqualTo(text.substring(0, pieces.get(0).length()));
        assertThat(text).endsWith(pieces.get(pieces.size() - 1));
        int covered = pieces.stream().mapToInt(String::length).sum();
        assertThat(covered)
                .as("neighbours overlap, so that what stands across a cut is seen whole")
                .isGreaterThanOrEqualTo(text.length() + (pieces.size() - 1) * WxJavaContentChecks.OVERLAP);
        assertThat(WxJavaContentChecks.pieces("短")).containsExactly("短");
    }
}
