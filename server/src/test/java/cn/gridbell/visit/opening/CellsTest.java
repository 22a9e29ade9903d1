package cn.gridbell.visit.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void giveBackTheInstantTheyWereCutFrom() {
        Random random = new Random(20261124);
        for (int i = 0; i < 10_000; i++) {
            Instant start = Instant.ofEpochSecond(random.nextLong(-1_000_000, 5_000_000) * 900);
            int count = random.nextInt(1, 100);
            Cells cells = Cells.from(start, count);
            assertThat(cells.start()).isEqualTo(start);
            assertThat(cells.end()).isEqualTo(start.plus(Cells.LENGTH.multipliedBy(count)));
            assertThat(cells.numbers()).hasSize(count).isSorted().doesNotHaveDuplicates();
            assertThat(Cells.numberOf(cells.end().minusNanos(1))).isEqualTo(cells.last());
        }
    }

    @Test
    void overlapExactlyIfTheirTimesDo() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Cells a = new Cells(random.nextLong(50), random.nextInt(1, 8));
            Cells b = new Cells(random.nextLong(50), random.nextInt(1, 8));
            boolean share = a.numbers().stream().anyMatch(b.numbers()::contains);
            assertThat(a.overlaps(b)).isEqualTo(share);
            assertThat(b.overlaps(a)).isEqualTo(share);
        }
    }

    @Test
    void refuseATimeBetweenTwoQuarters() {
        assertThat(Cells.onGrid(Instant.parse("2026-11-24T01:15:00Z"))).isTrue();
        assertThat(Cells.onGrid(Instant.parse("2026-11-24T01:15:00.000001Z"))).isFalse();
        assertThat(Cells.onGrid(Instant.parse("2026-11-24T01:14:59Z"))).isFalse();
        assertThat(Cells.onGrid(Instant.parse("1969-12-31T23:45:00Z"))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Cells.from(Instant.parse("2026-11-24T01:10:00Z"), 2));
    }
}
