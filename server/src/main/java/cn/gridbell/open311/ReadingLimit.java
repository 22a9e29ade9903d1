package cn.gridbell.open311;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.redis.SharedCache;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Readers without a key share a bound by network address. With Redis away nobody is refused. */
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
        byte[] nobodysName = Arrays.copyOf(cipher.index("open311.reader", address), 12);
        String key = "open311:reads:" + HexFormat.of().formatHex(nobodysName);
        if (cache.countWithin(key, WINDOW) > settings.readsAMinute()) {
            throw GeoReportRefusal.tooMany();
        }
    }
}
