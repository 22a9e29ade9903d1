package cn.gridbell.platform.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeoPointTest {

    @Test
    void comesBackFromGcj02WithinACentimetre() {
        Random random = new Random(3);
        for (int trial = 0; trial < 5_000; trial++) {
            GeoPoint point = new GeoPoint(18 + random.nextDouble() * 30, 75 + random.nextDouble() * 58);
            Location shown = Location.of(point);
            assertThat(shown.toWgs84().metresTo(point)).isLessThan(0.01);
        }
    }

    /** Published pair for Tian'anmen: WGS-84 39.907333, 116.391083 and GCJ-02 39.908692, 116.397477 differ by about 570 m. */
    @Test
    void shiftsAsWechatsMapDoes() {
        Location shown = Location.of(new GeoPoint(39.907333, 116.391083));
        assertThat(Objects.requireNonNull(shown.latitude())).isCloseTo(39.90873, within(0.0002));
        assertThat(Objects.requireNonNull(shown.longitude())).isCloseTo(116.39732, within(0.0002));
    }

    @Test
    void refusesWhatIsNoPlace() {
        assertThatThrownBy(() -> new GeoPoint(Double.NaN, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GeoPoint(91, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
