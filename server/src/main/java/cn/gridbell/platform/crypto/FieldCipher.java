package cn.gridbell.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Fields at rest: AES-256-GCM with the key's id in the envelope and the row and column as associated data, so that a ciphertext moved to
 * another row or column is refused; and a keyed index (HMAC-SHA-256) for equality look-up.
 *
 * <p>Envelope: version (1 byte, 1) · key id (1 byte) · nonce (12 bytes) · ciphertext and tag.
 */
@Component
public class FieldCipher {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<Integer, SecretKeySpec> keys;
    private final int currentKey;
    private final SecretKeySpec indexKey;
    private final SecureRandom random = new SecureRandom();

    FieldCipher(CryptoProperties properties) {
        this.keys = properties.secretKeys();
        this.currentKey = properties.currentKeyId();
        this.indexKey = properties.secretIndexKey();
    }

    /**
     * @param place where the value will stand; the same place is needed to read it
     * @param plain any text
     */
    public byte[] seal(Place place, String plain) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, keys.get(currentKey), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.bytes());
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(2 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put((byte) currentKey)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** @throws SealBroken if the envelope was changed, moved to another place, or its key is not configured */
    public String open(Place place, byte[] envelope) {
        if (envelope.length < 2 + NONCE_BYTES + TAG_BITS / 8 || envelope[0] != VERSION) {
            throw new SealBroken("not an envelope");
        }
        SecretKeySpec key = keys.get(envelope[1] & 0xff);
        if (key == null) {
            throw new SealBroken("key " + (envelope[1] & 0xff) + " is not configured");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, envelope, 2, NONCE_BYTES));
            cipher.updateAAD(place.bytes());
            int start = 2 + NONCE_BYTES;
            return new String(cipher.doFinal(envelope, start, envelope.length - start), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("changed or moved");
        }
    }

    /**
     * The look-up value of a text: equal for equal texts of one purpose, and telling nothing without the key.
     *
     * @param purpose table and column, so that indexes of two columns cannot be joined
     * @return 32 bytes
     */
    public byte[] index(String purpose, String plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot index", e);
        }
    }

    /**
     * Where a sealed value stands.
     *
     * @param column {@code table.column}
     * @param row    the row's id or another identity that never changes
     */
    public record Place(String column, String row) {

        public static Place of(String column, long row) {
            return new Place(column, Long.toString(row));
        }

        byte[] bytes() {
            return (column + "|" + row).getBytes(StandardCharsets.UTF_8);
        }
    }
}
