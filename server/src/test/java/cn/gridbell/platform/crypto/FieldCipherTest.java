package cn.gridbell.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.platform.crypto.FieldCipher.Place;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

    private static final String KEY_1 = "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String KEY_2 = "2:YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=";
    private static final String INDEX = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=";
    private static final Place PHONE_OF_7 = Place.of("resident.phone", 7);

    private final FieldCipher cipher = new FieldCipher(new CryptoProperties(KEY_1, INDEX));

    @Test
    void opensWhatItSealed() {
        byte[] sealed = cipher.seal(PHONE_OF_7, "13800138000 号");
        assertThat(cipher.open(PHONE_OF_7, sealed)).isEqualTo("13800138000 号");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("13800138000");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(cipher.seal(PHONE_OF_7, "13800138000")).isNotEqualTo(cipher.seal(PHONE_OF_7, "13800138000"));
    }

    @Test
    void refusesAnEnvelopeThatWasMovedToAnotherRowOrColumn() {
        byte[] sealed = cipher.seal(PHONE_OF_7, "13800138000");
        assertThatThrownBy(() -> cipher.open(Place.of("resident.phone", 8), sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> cipher.open(Place.of("staff.phone", 7), sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void refusesAnEnvelopeWithAnyBitFlipped() {
        byte[] sealed = cipher.seal(PHONE_OF_7, "13800138000");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> cipher.open(PHONE_OF_7, changed)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void sealsWithTheNewestKeyAndStillOpensOlderOnes() {
        byte[] old = cipher.seal(PHONE_OF_7, "13800138000");
        FieldCipher later = new FieldCipher(new CryptoProperties(KEY_1 + "," + KEY_2, INDEX));
        assertThat(later.open(PHONE_OF_7, old)).isEqualTo("13800138000");
        byte[] sealed = later.seal(PHONE_OF_7, "13800138000");
        assertThat(sealed[1]).isEqualTo((byte) 2);
        assertThatThrownBy(() -> cipher.open(PHONE_OF_7, sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void indexesEqualTextsEquallyWithinOnePurposeOnly() {
        assertThat(cipher.index("resident.phone", "13800138000"))
                .isEqualTo(cipher.index("resident.phone", "13800138000"))
                .isNotEqualTo(cipher.index("staff.phone", "13800138000"))
                .isNotEqualTo(cipher.index("resident.phone", "13800138001"))
                .hasSize(32);
    }

    @Test
    void refusesKeysThatAreNotThirtyTwoBytes() {
        assertThatThrownBy(() -> new CryptoProperties("1:c2hvcnQ=", INDEX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
        assertThat(new CryptoProperties(KEY_1, INDEX).toString()).doesNotContain("MDEy");
    }
}
