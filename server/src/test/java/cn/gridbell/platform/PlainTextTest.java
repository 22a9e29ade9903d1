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
        for (String text : new String[] {"漏水", "a\nb", "😀😀😀😀😀", "  五个字都行  ", "𠮷野家"}) {
            assertThat(validator.validate(new Words(text))).as(text).isEmpty();
        }
    }

    @Test
    void refusesWhatNobodyTypes() {
        for (String text : new String[] {"", "   ", "六个字就不行", "a\u0000b", "\ud800", "a\u0007", "字".repeat(100_000)}) {
            assertThat(validator.validate(new Words(text))).hasSize(1).allSatisfy(no -> assertThat(no.getMessage())
                    .matches("[\\u4e00-\\u9fff0-9，。、]+"));
        }
    }
}
