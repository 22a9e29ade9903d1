package cn.gridbell.photo;

import cn.gridbell.photo.shelf.PhotoSize;
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

    /** The full size; path and query, without a host. */
    String linkTo(PhotoId photo) {
        return linkTo(photo, PhotoSize.FULL);
    }

    /** Ends at a whole quarter of its life, so that a list shown again has the same links and phones find the pictures in their caches. */
    String linkTo(PhotoId photo, PhotoSize size) {
        long quarter = Math.max(1, settings.linkLife().toSeconds() / 4);
        long expires = clock.instant().plus(settings.linkLife()).getEpochSecond();
        return link(photo, size, expires - expires % quarter);
    }

    /** @param life how long the link is to be good for */
    String linkTo(PhotoId photo, Duration life) {
        return link(photo, PhotoSize.FULL, clock.instant().plus(life).getEpochSecond());
    }

    private String link(PhotoId photo, PhotoSize size, long expires) {
        String edge = size == PhotoSize.FULL ? "" : "size=" + size.longestEdge() + "&";
        return "/photos/" + photo + "?" + edge + "expires=" + expires + "&signature=" + signature(photo, size, expires);
    }

    /** Whether the link is ours, unchanged and not over. */
    boolean isGood(PhotoId photo, PhotoSize size, long expires, String signature) {
        return MessageDigest.isEqual(
                        signature(photo, size, expires).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.UTF_8))
                && expires > clock.instant().getEpochSecond();
    }

    /** Seconds a good link still has. */
    long secondsLeft(long expires) {
        return Math.max(0, expires - clock.instant().getEpochSecond());
    }

    private String signature(PhotoId photo, PhotoSize size, long expires) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] over = ("photo\n" + photo + "\n" + size.longestEdge() + "\n" + expires)
                    .getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(over));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
