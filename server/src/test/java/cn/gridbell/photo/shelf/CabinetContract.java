package cn.gridbell.photo.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every kind of storage does. */
abstract class CabinetContract {

    abstract Cabinet cabinet();

    private final Random dice = new Random(20261127);

    @Test
    void givesBackWhatWasPut() throws IOException {
        byte[] file = bytes(700_000);
        String key = newKey("ab");
        cabinet().put(key, file);

        var found = cabinet().find(key).orElseThrow();
        assertThat(found.contentLength()).isEqualTo(file.length);
        assertThat(found.getContentAsByteArray()).isEqualTo(file);
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        assertThat(cabinet().find(newKey("ab"))).isEmpty();
    }

    @Test
    void removesAlsoWhatIsNotThere() throws IOException {
        String key = newKey("ab");
        cabinet().put(key, bytes(10));
        cabinet().remove(key);
        cabinet().remove(key);
        assertThat(cabinet().find(key)).isEmpty();
    }

    @Test
    void listsEverythingOnceInTheOrderOfKeys() throws IOException {
        List<String> put = new ArrayList<>();
        for (String drawer : List.of("00", "7f", "ff")) {
            for (int i = 0; i < 5; i++) {
                String key = newKey(drawer);
                cabinet().put(key, bytes(10));
                put.add(key);
            }
        }
        List<String> seen = new ArrayList<>();
        List<Cabinet.Kept> page = cabinet().list(null, 4);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(4);
            for (Cabinet.Kept kept : page) {
                seen.add(kept.key());
                assertThat(Duration.between(kept.at(), Instant.now()).abs()).isLessThan(Duration.ofHours(1));
            }
            page = cabinet().list(seen.get(seen.size() - 1), 4);
        }
        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(put);
    }

    static String newKey(String drawer) {
        return drawer + "/" + UUID.randomUUID().toString().replace("-", "") + ".jpg";
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        dice.nextBytes(bytes);
        return bytes;
    }
}
