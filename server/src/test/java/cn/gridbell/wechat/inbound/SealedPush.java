package cn.gridbell.wechat.inbound;

import dev.gridbell.sandbox.SandboxSettings;
import dev.gridbell.testing.Http;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;

/** A push to the mini-program's door as WeChat would send it, and what a forger makes of it. */
record SealedPush(long timestamp, String nonce, String signature, String encrypt, String body, Http server) {

    private static final String ADDRESS = "/wechat/mini-program/" + SandboxSettings.MINI_PROGRAM_APP_ID;

    static SealedPush of(Http server, String message, String appId, Instant at) {
        SecretKeySpec key =
                new SecretKeySpec(Base64.getDecoder().decode(SandboxSettings.MINI_PROGRAM_AES_KEY + "="), "AES");
        String encrypt = CallbackCrypto.seal(
                key,
                "0123456789abcdef".getBytes(StandardCharsets.UTF_8),
                message.getBytes(StandardCharsets.UTF_8),
                appId);
        String nonce = Integer.toString(new Random().nextInt(1_000_000_000));
        String timestamp = Long.toString(at.getEpochSecond());
        String signature = CallbackCrypto.signature(SandboxSettings.MINI_PROGRAM_TOKEN, timestamp, nonce, encrypt);
        String body = "{\"ToUserName\":\"gh\",\"Encrypt\":\"" + encrypt + "\"}";
        return new SealedPush(at.getEpochSecond(), nonce, signature, encrypt, body, server);
    }

    SealedPush signed(String other) {
        return new SealedPush(timestamp, nonce, other, encrypt, body, server);
    }

    SealedPush encrypted(String other) {
        return new SealedPush(timestamp, nonce, signature, other, "{\"Encrypt\":\"" + other + "\"}", server);
    }

    SealedPush at(long other) {
        return new SealedPush(other, nonce, signature, encrypt, body, server);
    }

    SealedPush nonce(String other) {
        return new SealedPush(timestamp, other, signature, encrypt, body, server);
    }

    SealedPush body(String other) {
        return new SealedPush(timestamp, nonce, signature, encrypt, other, server);
    }

    String query() {
        return "signature=x&encrypt_type=aes&timestamp=" + timestamp + "&nonce=" + nonce + "&msg_signature="
                + signature;
    }

    Http.Answer send() {
        return server.post(ADDRESS + "?" + query(), body);
    }
}
