package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.platform.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningRangeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");

    @Test
    void meansWholeDaysHere() {
        OpeningRange range = OpeningRange.parse("2026-12-31", "2027-01-01", NOW);
        assertThat(range.from()).isEqualTo(Instant.parse("2026-12-30T16:00:00Z"));
        assertThat(range.until()).isEqualTo(Instant.parse("2027-01-01T16:00:00Z"));
    }

    @Test
    void takesInstantsEvenWithAPlusThatBecameABlank() {
        OpeningRange range = OpeningRange.parse("2026-11-24T09:00:00 08:00", "2026-11-25T00:00:00Z", NOW);
        assertThat(range.from()).isEqualTo(Instant.parse("2026-11-24T01:00:00Z"));
    }

    @Test
    void meansTheNextTwoWeeksIfNothingIsSaid() {
        assertThat(OpeningRange.parse(null, null, NOW)).isEqualTo(new OpeningRange(NOW, NOW.plus(Duration.ofDays(14))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,2026-11-23",
        "2026-11-24,2026-12-25",
        "tomorrow,2026-11-24",
        "2026-13-01,2026-11-24",
        "2026-11-24,2026-11-24T09:00:00",
        "0000-00-00,2026-11-24",
        "+999999999-12-31,2026-11-24",
        "1970-01-01,1970-01-02"
    })
    void refusesWhatIsNoRange(String from, String to) {
        assertThatThrownBy(() -> OpeningRange.parse(from, to, NOW)).isInstanceOf(InvalidInput.class);
    }
}
