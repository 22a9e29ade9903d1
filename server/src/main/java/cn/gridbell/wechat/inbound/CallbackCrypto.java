package cn.gridbell.wechat.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat's callback cryptography (消息推送, 安全模式): SHA-1 over the sorted parts, AES-256-CBC with the key's first 16 bytes as IV and
 * PKCS#7 padding to 32 bytes. Plaintext: 16 random bytes · length (4, big endian) · message · app id.
 */
final class CallbackCrypto {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;
    private static final int IV = 16;
    private static final int HEAD = RANDOM + Integer.BYTES;

    private CallbackCrypto() {}

    /** Lower-case hex of SHA-1 over the parts, sorted and joined. */
    static String signature(String... parts) {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        byte[] joined = String.join("", sorted).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(digest("SHA-1", joined));
    }

    /** In constant time. */
    static boolean same(String signature, String given) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty if it is no ciphertext of this key in WeChat's form. */
    static Optional<Opened> open(SecretKeySpec key, String encrypted) {
        try {
            byte[] ciphertext = Base64.getDecoder().decode(encrypted);
            if (ciphertext.length == 0 || ciphertext.length % BLOCK != 0) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key);
            return unpacked(cipher.doFinal(ciphertext));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<Opened> unpacked(byte[] padded) {
        int padding = padded[padded.length - 1];
        if (padding < 1 || padding > BLOCK || padded.length - padding < HEAD) {
            return Optional.empty();
        }
        int end = padded.length - padding;
        for (int i = end; i < padded.length; i++) {
            if (padded[i] != padding) {
                return Optional.empty();
            }
        }
        int length = ByteBuffer.wrap(padded, RANDOM, Integer.BYTES).getInt();
        if (length < 0 || length > end - HEAD) {
            return Optional.empty();
        }
        byte[] message = Arrays.copyOfRange(padded, HEAD, HEAD + length);
        String appId = new String(padded, HEAD + length, end - HEAD - length, StandardCharsets.UTF_8);
        return Optional.of(new Opened(message, appId));
    }

    /** @param random 16 bytes */
    static String seal(SecretKeySpec key, byte[] random, byte[] message, String appId) {
        byte[] app = appId.getBytes(StandardCharsets.UTF_8);
        int bare = HEAD + message.length + app.length;
        int padding = BLOCK - bare % BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(bare + padding);
        plain.put(random, 0, RANDOM).putInt(message.length).put(message).put(app);
        Arrays.fill(plain.array(), bare, bare + padding, (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE, key).doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt a reply", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key) throws GeneralSecurityException {
        Cipher cipher =
                Cipher.getInstance("AES/CBC/NoPadding"); // the padding is to 32 bytes, which Java does not offer
        cipher.init(mode, key, new IvParameterSpec(key.getEncoded(), 0, IV));
        return cipher;
    }

    /** What was inside. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Opened(byte[] message, String appId) {}
}
