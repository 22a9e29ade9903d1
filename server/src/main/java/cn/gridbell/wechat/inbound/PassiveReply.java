package cn.gridbell.wechat.inbound;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;

/** 被动回复: words said in the answer to a push, sealed and signed with what the push was sealed and signed with (被动回复用户消息, 安全模式). */
final class PassiveReply {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 16;

    private PassiveReply() {}

    static String to(Push push, String words, Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] plain = plain(push, words, now).getBytes(StandardCharsets.UTF_8);
        String encrypt = CallbackCrypto.seal(push.key(), random, plain, push.appId());
        String timestamp = Long.toString(now.getEpochSecond());
        String nonce = Integer.toString(RANDOM.nextInt(1_000_000_000));
        return envelope(encrypt, CallbackCrypto.signature(push.token(), timestamp, nonce, encrypt), timestamp, nonce);
    }

    static String plain(Push push, String words, Instant now) {
        return "<xml><ToUserName>" + text(push.field("FromUserName")) + "</ToUserName><FromUserName>"
                + text(push.field("ToUserName")) + "</FromUserName><CreateTime>" + now.getEpochSecond()
                + "</CreateTime><MsgType>" + text("text") + "</MsgType><Content>" + text(words) + "</Content></xml>";
    }

    static String envelope(String encrypt, String signature, String timestamp, String nonce) {
        return "<xml><Encrypt>" + text(encrypt) + "</Encrypt><MsgSignature>" + text(signature)
                + "</MsgSignature><TimeStamp>" + timestamp + "</TimeStamp><Nonce>" + text(nonce) + "</Nonce></xml>";
    }

    /** Whatever people typed stays text: the only thing that ends a CDATA section is split over two, and what XML cannot carry is left out. */
    private static String text(String words) {
        return "<![CDATA[" + CallbackBody.carried(words).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
