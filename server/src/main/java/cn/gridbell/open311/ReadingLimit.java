package cn.gridbell.open311;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.redis.SharedCache;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Readers without a key, and whoever tries wrong keys, share a bound by network address. With Redis away nobody is refused. */
@Component
class ReadingLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final SharedCache cache;
    private final FieldCipher cipher;
    private final Open311Properties settings;

    ReadingLimit(SharedCache cache, FieldCipher cipher, Open311Properties settings) {
        this.cache = cache;
        this.cipher = cipher;
        this.settings = settings;
    }

    /** @throws GeoReportRefusal 429 */
    void count(String address) {
        if (cache.countWithin("open311:reads:" + nameOf(address), WINDOW) > settings.readsAMinute()) {
            throw GeoReportRefusal.tooMany();
        }
    }

    /** A wrong key was tried. */
    void countGuess(String address) {
        cache.countWithin("open311:guesses:" + nameOf(address), WINDOW);
    }

    /** @throws GeoReportRefusal 429 after as many wrong keys as may be tried a minute */
    void requireFewGuesses(String address) {
        boolean many = cache.find("open311:guesses:" + nameOf(address))
                .filter(count -> Long.parseLong(count) >= settings.wrongKeysAMinute())
                .isPresent();
        if (many) {
            throw GeoReportRefusal.tooMany();
        }
    }

    private String nameOf(String address) {
        return HexFormat.of().formatHex(Arrays.copyOf(cipher.index("open311.reader", address), 12));
    }
}
