package cn.gridbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Words(@PlainText(max = 5) String text) {}

    @Test
    void takesWhatPeopleType() {
        for (String text : new String[] {"漏水", "a\nb", "😀😀😀😀😀", " 三个字 ", "𠮷野家"}) {
            assertThat(validator.validate(new Words(text))).as(text).isEmpty();
        }
    }

    /** Unicode 14 and 16: newer than the tables of Java 17. */
    @Test
    void takesEmojiThatThisJavaDoesNotKnowYet() {
        for (int emoji : new int[] {0x1FAE0, 0x1FAE9}) {
            assertThat(validator.validate(new Words(Character.toString(emoji)))).isEmpty();
        }
        for (int noCharacter : new int[] {0xFFFE, 0xFFFF, 0xFDD0, 0x10FFFF}) {
            assertThat(validator.validate(new Words(Character.toString(noCharacter))))
                    .hasSize(1);
        }
    }

    /** Blanks around words take room in a column, too. */
    @Test
    void refusesMoreThanFitsEvenIfMostOfItIsBlank() {
        assertThat(validator.validate(new Words(" ".repeat(5) + "漏"))).hasSize(1);
        assertThat(validator.validate(new Words("漏" + "\n".repeat(5)))).hasSize(1);
    }

    @Test
    void refusesWhatNobodyTypes() {
        for (String text : new String[] {"", "   ", "六个字就不行", "a\u0000b", "\ud800", "a\u0007", "字".repeat(100_000)}) {
            assertThat(validator.validate(new Words(text))).hasSize(1).allSatisfy(no -> assertThat(no.getMessage())
                    .matches("[\\u4e00-\\u9fff0-9，。、]+"));
        }
    }
}
