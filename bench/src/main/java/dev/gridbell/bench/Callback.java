package dev.gridbell.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gridbell.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A push of the official account as WeChat seals it (安全模式), and as somebody may write it who is not WeChat. Written a third time on purpose:
 * neither the server's nor the sandbox's cryptography is believed here.
 *
 * @param appId     the app in the address
 * @param query     of the address, without the question mark
 * @param body      the envelope
 */
@SuppressWarnings("ArrayRecordComponent") // posted, never compared
record Callback(String appId, String query, byte[] body) {

    private static final String TOKEN = SandboxSettings.OFFICIAL_ACCOUNT_TOKEN;
    private static final byte[] KEY = Base64.getDecoder().decode(SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY + "=");
    private static final int BLOCK = 32;
    private static final int RANDOM = 16;

    static final String APP = SandboxSettings.OFFICIAL_ACCOUNT_APP_ID;

    /** As WeChat would send this content now. */
    static Callback genuine(String content) {
        return sealed(encrypted(content, APP), TOKEN, Instant.now());
    }

    /**
     * An envelope round a ciphertext.
     *
     * @param token that signs it
     * @param at    when it says it was sent
     */
    static Callback sealed(String encrypted, String token, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        String nonce = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000L, 2_000_000_000L));
        String query = "signature=" + signature(token, timestamp, nonce) + "&timestamp=" + timestamp + "&nonce=" + nonce
                + "&encrypt_type=aes&msg_signature=" + signature(token, timestamp, nonce, encrypted);
        return new Callback(APP, query, envelope(encrypted));
    }

    static byte[] envelope(String encrypted) {
        return ("<xml><ToUserName><![CDATA[" + SandboxSettings.OFFICIAL_ACCOUNT_ORIGINAL_ID
                        + "]]></ToUserName><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>")
                .getBytes(UTF_8);
    }

    /** A menu click: an event of which each one is a different one. */
    static String click(String openId, String key) {
        return "<xml><ToUserName><![CDATA[" + SandboxSettings.OFFICIAL_ACCOUNT_ORIGINAL_ID
                + "]]></ToUserName><FromUserName><![CDATA["
                + openId + "]]></FromUserName><CreateTime>" + Instant.now().getEpochSecond()
                + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[VIEW]]></Event><EventKey><![CDATA["
                + key + "]]></EventKey></xml>";
    }

    /**
     * Words in the chat, which wait for an answer.
     *
     * @param id WeChat's number of the message
     */
    static String words(String openId, String id) {
        return "<xml><ToUserName><![CDATA[" + SandboxSettings.OFFICIAL_ACCOUNT_ORIGINAL_ID
                + "]]></ToUserName><FromUserName><![CDATA["
                + openId + "]]></FromUserName><CreateTime>" + Instant.now().getEpochSecond()
                + "</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[你好]]></Content><MsgId>" + id
                + "</MsgId></xml>";
    }

    /**
     * The key under which the server has to store it: SHA-256 of app id, a zero byte and what makes it the same when it comes again.
     *
     * @param content of an event, {@code message:} and the number of a message
     */
    static byte[] eventKey(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(APP.getBytes(UTF_8));
            digest.update((byte) 0);
            return digest.digest(content.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Callback withQuery(String other) {
        return new Callback(appId, other, body);
    }

    Callback withBody(byte[] other) {
        return new Callback(appId, query, other);
    }

    Callback toApp(String other) {
        return new Callback(other, query, body);
    }

    /** @throws IOException if no answer came */
    Http.Answer postTo(Http server) throws IOException, InterruptedException {
        return server.post("/wechat/official-account/" + appId + "?" + query, "text/xml; charset=utf-8", body);
    }

    /** @param appId written inside */
    static String encrypted(String content, String appId) {
        byte[] message = content.getBytes(UTF_8);
        byte[] app = appId.getBytes(UTF_8);
        byte[] random = new byte[RANDOM];
        ThreadLocalRandom.current().nextBytes(random);
        int bare = RANDOM + Integer.BYTES + message.length + app.length;
        int padding = BLOCK - bare % BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(bare + padding);
        plain.put(random).putInt(message.length).put(message).put(app);
        Arrays.fill(plain.array(), bare, bare + padding, (byte) padding);
        try {
            Cipher cipher =
                    Cipher.getInstance("AES/CBC/NoPadding"); // padded to 32 bytes above, which Java does not offer
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(KEY, "AES"),
                    new IvParameterSpec(Arrays.copyOf(KEY, RANDOM)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String... parts) {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1")
                            .digest(String.join("", sorted).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
