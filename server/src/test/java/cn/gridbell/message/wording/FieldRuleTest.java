package cn.gridbell.message.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldRuleTest {

    @Test
    void shortensAThingToTwentyCharactersWithAnEllipsis() {
        assertThat(FieldRule.THING.fit("一二三四五六七八九十一二三四五六七八九十")).hasSize(20).doesNotContain("…");
        assertThat(FieldRule.THING.fit("一二三四五六七八九十一二三四五六七八九十多")).isEqualTo("一二三四五六七八九十一二三四五六七八九…");
    }

    @Test
    void neverCutsACharacterInHalf() {
        String cut = FieldRule.THING.fit("🔔".repeat(15));

        assertThat(cut).endsWith("🔔…").hasSizeLessThanOrEqualTo(20);
        assertThat(cut.codePoints()
                        .filter(c -> Character.getType(c) == Character.SURROGATE)
                        .count())
                .isZero();
    }

    @Test
    void takesControlCharactersOutAndLeavesNothingEmpty() {
        assertThat(FieldRule.THING.fit("灯\n不\u0000亮")).isEqualTo("灯 不 亮");
        assertThat(FieldRule.THING.fit(" \t ")).isEqualTo("-");
    }

    @Test
    void keepsOnlyChineseInAPhraseAndFiveOfThem() {
        assertThat(FieldRule.PHRASE.fit("绿色·网格")).isEqualTo("绿色网格");
        assertThat(FieldRule.PHRASE.fit("一二三四五六")).isEqualTo("一二三四五");
        assertThat(FieldRule.PHRASE.fit("OK!")).isEqualTo("有新进展");
    }

    @Test
    void keepsOnlyVisibleAsciiInACharacterString() {
        assertThat(FieldRule.CHARACTER_STRING.fit("R2026 编号1")).isEqualTo("R20261");
        assertThat(FieldRule.CHARACTER_STRING.fit("x".repeat(40))).hasSize(32);
    }

    @Test
    void takesATimeOnlyInItsForm() {
        assertThat(FieldRule.TIME.fit("2026年11月23日 15:01")).isEqualTo("2026年11月23日 15:01");
        assertThat(FieldRule.TIME.fit("2026年1月3日 15:01~15:30")).isEqualTo("2026年1月3日 15:01~15:30");
        assertThatThrownBy(() -> FieldRule.TIME.fit("明天下午")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheRuleOfAKeyByItsType() {
        assertThat(FieldRule.of("character_string1")).contains(FieldRule.CHARACTER_STRING);
        assertThat(FieldRule.of("thing12")).contains(FieldRule.THING);
        assertThat(FieldRule.of("thing")).isEmpty();
        assertThat(FieldRule.of("enum1")).isEmpty();
    }
}
