package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a phone gives a mini-program for its server alone (开放数据校验与解密): AES-128-CBC with the session_key, and signatures by it.
 *
 * @param encryptedData base64
 * @param iv base64, fresh for every time
 */
record SessionData(String encryptedData, String iv) {
    static SessionData seal(String sessionKey, String plain) {
        byte[] iv = Randoms.letters(16).getBytes(UTF_8);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, sessionKey, iv, plain.getBytes(UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        return new SessionData(base64.encodeToString(sealed), base64.encodeToString(iv));
    }

    /**
     * Opens it again.
     *
     * @throws IllegalArgumentException if it was sealed with another key
     */
    String open(String sessionKey) {
        Base64.Decoder base64 = Base64.getDecoder();
        return new String(run(Cipher.DECRYPT_MODE, sessionKey, base64.decode(iv), base64.decode(encryptedData)), UTF_8);
    }

    /** The {@code signature} beside {@code rawData}. */
    static String sign(String rawData, String sessionKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((rawData + sessionKey).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The {@code signature} of checksession: HMAC-SHA256 of nothing, by the session_key. */
    static String proof(String sessionKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(sessionKey.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(new byte[0]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] run(int mode, String sessionKey, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(sessionKey), "AES");
            cipher.init(mode, key, new IvParameterSpec(iv));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
