package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat's message encryption (消息推送 / 加密解密技术方案): AES-256-CBC over {@code random(16) + length(4) + message + appid},
 * padded to blocks of 32 bytes.
 */
final class PushCipher {
    private static final int RANDOM = 16;
    private static final int BLOCK = 32;

    private final byte[] key;

    PushCipher(String encodingAesKey) {
        key = Base64.getDecoder().decode(encodingAesKey + "=");
    }

    /** What stood inside an {@code Encrypt}. */
    record Opened(String random, String message, String appId) {}

    /** The SHA-1 of the parts, sorted and joined, in lower-case hex. */
    static String sign(String... parts) {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", sorted).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Encrypts a message.
     *
     * @param random 16 ASCII characters, fresh for every push
     */
    String encrypt(String random, String message, String appId) {
        byte[] text = message.getBytes(UTF_8);
        byte[] app = appId.getBytes(UTF_8);
        int length = RANDOM + Integer.BYTES + text.length + app.length;
        int padding = BLOCK - length % BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(length + padding);
        plain.put(random.getBytes(UTF_8)).putInt(text.length).put(text).put(app);
        Arrays.fill(plain.array(), length, length + padding, (byte) padding);
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /**
     * Opens an {@code Encrypt}.
     *
     * @throws IllegalArgumentException if it was not made with this key or is damaged
     */
    Opened decrypt(String encrypted) {
        byte[] cipherText = Base64.getDecoder().decode(encrypted);
        if (cipherText.length == 0 || cipherText.length % 16 != 0) {
            throw new IllegalArgumentException("not a whole number of AES blocks");
        }
        byte[] plain = run(Cipher.DECRYPT_MODE, cipherText);
        int padding = plain[plain.length - 1];
        int end = plain.length - padding;
        if (padding < 1 || padding > BLOCK || end < RANDOM + Integer.BYTES) {
            throw new IllegalArgumentException("padding is wrong");
        }
        int length = ByteBuffer.wrap(plain).getInt(RANDOM);
        int start = RANDOM + Integer.BYTES;
        if (length < 0 || length > end - start) {
            throw new IllegalArgumentException("length is wrong");
        }
        return new Opened(
                new String(plain, 0, RANDOM, UTF_8),
                new String(plain, start, length, UTF_8),
                new String(plain, start + length, end - start - length, UTF_8));
    }

    private byte[] run(int mode, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
