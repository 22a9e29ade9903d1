package cn.gridbell.photo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Links that are good for a short time: whoever holds one may look, so it is only given to people who may see the picture. */
@Component
class PhotoLinks {

    private final SecretKeySpec key;
    private final PhotoProperties settings;
    private final Clock clock;

    PhotoLinks(PhotoProperties settings, Clock clock) {
        this.key = settings.secretLinkKey();
        this.settings = settings;
        this.clock = clock;
    }

    /** Path and query, without a host. */
    String linkTo(PhotoId photo) {
        return linkTo(photo, settings.linkLife());
    }

    /** @param life how long the link is to be good for */
    String linkTo(PhotoId photo, Duration life) {
        long expires = clock.instant().plus(life).getEpochSecond();
        return "/photos/" + photo + "?expires=" + expires + "&signature=" + signature(photo, expires);
    }

    /** Whether the link is ours, unchanged and not over. */
    boolean isGood(PhotoId photo, long expires, String signature) {
        return MessageDigest.isEqual(
                        signature(photo, expires).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.UTF_8))
                && expires > clock.instant().getEpochSecond();
    }

    /** Seconds a good link still has. */
    long secondsLeft(long expires) {
        return Math.max(0, expires - clock.instant().getEpochSecond());
    }

    private String signature(PhotoId photo, long expires) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] over = ("photo\n" + photo + "\n" + expires).getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(over));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
