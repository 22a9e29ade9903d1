package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ids in the shapes WeChat gives them. Nothing here guards anything, so it need not be unguessable. */
final class Randoms {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final long FIRST_MESSAGE = 4_100_000_000_000_000_000L;

    private final AtomicLong messageIds =
            new AtomicLong(FIRST_MESSAGE + ThreadLocalRandom.current().nextLong(1_000_000_000_000L) * 100_000L);

    /** Letters and digits, which fit into every code, nonce and token. */
    static String letters(int length) {
        StringBuilder text = new StringBuilder(length);
        SplittableRandom random =
                new SplittableRandom(ThreadLocalRandom.current().nextLong());
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** 16 bytes in base64. */
    static String sessionKey() {
        return Base64.getEncoder().encodeToString(letters(16).getBytes(US_ASCII));
    }

    /** 28 characters, beginning with {@code o}, always the same for the same seed. */
    static String openId(String seed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(UTF_8));
            return "o" + Base64.getUrlEncoder().encodeToString(digest).substring(0, 27);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The {@code rid} at the end of every error and as trace_id: three groups of eight hex digits. */
    static String rid(long seconds) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "%08x-%08x-%08x".formatted(seconds, random.nextInt(), random.nextInt());
    }

    /** 19 digits, beyond what a double holds exactly. */
    long messageId() {
        return messageIds.incrementAndGet();
    }
}
