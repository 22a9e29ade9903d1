package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One push, sealed for one try: fresh nonce, random and signature round a content that stays the same (消息推送).
 *
 * @param target the URL with its query
 * @param contentType of the body
 * @param body what is posted
 * @param timestamp seconds, as in the query
 * @param nonce as in the query
 */
record PushEnvelope(URI target, String contentType, String body, String timestamp, String nonce) {
    private static final String DOCTYPE =
            "<?xml version=\"1.0\"?><!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";

    /** What is wrong with an envelope on purpose. */
    enum Flaw {
        NONE,
        WRONG_SIGNATURE,
        WRONG_APP_ID,
        PLAIN,
        COMPAT,
        DOCTYPE,
        REPLAYED
    }

    static PushEnvelope seal(SandboxApp app, String openId, Map<String, Object> content, Flaw flaw, long now) {
        PushSettings push = app.push();
        PushFormat format = flaw == Flaw.DOCTYPE ? PushFormat.XML : push.format();
        PushMode mode =
                switch (flaw) {
                    case PLAIN -> PushMode.PLAIN;
                    case COMPAT -> PushMode.COMPAT;
                    default -> push.mode();
                };
        String timestamp = Long.toString(now);
        String nonce = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000L, 2_000_000_000L));
        String token = flaw == Flaw.WRONG_SIGNATURE ? "not-" + push.token() : push.token();

        Map<String, String> query = new LinkedHashMap<>();
        query.put("signature", PushCipher.sign(token, timestamp, nonce));
        query.put("timestamp", timestamp);
        query.put("nonce", nonce);
        if (!openId.isEmpty()) {
            query.put("openid", openId);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (mode == PushMode.SAFE) {
            body.put("ToUserName", app.originalId());
        } else {
            body.putAll(content);
        }
        String prologue = flaw == Flaw.DOCTYPE ? DOCTYPE : "";
        if (mode != PushMode.PLAIN) {
            String appId = flaw == Flaw.WRONG_APP_ID ? "wxffffffffffffffff" : app.appId();
            String encrypted = new PushCipher(push.aesKey())
                    .encrypt(Randoms.letters(16), prologue + PushBody.write(content, format), appId);
            body.put("Encrypt", encrypted);
            query.put("encrypt_type", "aes");
            query.put("msg_signature", PushCipher.sign(token, timestamp, nonce, encrypted));
        }
        return new PushEnvelope(
                withQuery(push.url(), query),
                format == PushFormat.JSON ? "application/json; charset=utf-8" : "text/xml; charset=utf-8",
                prologue + PushBody.write(body, format),
                timestamp,
                nonce);
    }

    /** The GET by which WeChat checks a URL that was entered on its console. */
    static URI verification(SandboxApp app, String echo, long now) {
        String timestamp = Long.toString(now);
        String nonce = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000L, 2_000_000_000L));
        Map<String, String> query = new LinkedHashMap<>();
        query.put("signature", PushCipher.sign(app.push().token(), timestamp, nonce));
        query.put("echostr", echo);
        query.put("timestamp", timestamp);
        query.put("nonce", nonce);
        return withQuery(app.push().url(), query);
    }

    private static URI withQuery(URI url, Map<String, String> query) {
        StringJoiner joined = new StringJoiner("&", url.getQuery() == null ? "?" : "&", "");
        query.forEach((name, value) -> joined.add(name + "=" + URLEncoder.encode(value, UTF_8)));
        return URI.create(url + joined.toString());
    }
}
