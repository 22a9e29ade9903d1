package cn.gridbell.photo;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of pictures.
 *
 * @param linkKey     secret that signs links: base64 of 32 bytes; required, the same on all nodes
 * @param linkLife    how long a link is good for at most, three quarters of it at least
 * @param unusedLife  how long a picture nobody used is kept, and a file no picture belongs to
 * @param checkEvery  how often WeChat is asked about pictures that wait to be checked
 * @param decodeAtOnce how many pictures one node decodes at a time; each may need 200 MB
 */
@Validated
@ConfigurationProperties("gridbell.photo")
record PhotoProperties(
        @NotNull String linkKey,
        @DefaultValue("1h") Duration linkLife,
        @DefaultValue("24h") Duration unusedLife,
        @DefaultValue("5s") Duration checkEvery,
        @DefaultValue("2") @Min(1) int decodeAtOnce) {

    private static final int KEY_BYTES = 32;

    PhotoProperties {
        if (Base64.getDecoder().decode(linkKey).length != KEY_BYTES) {
            throw new IllegalArgumentException("gridbell.photo.link-key: a key is the base64 of 32 bytes");
        }
    }

    SecretKeySpec secretLinkKey() {
        return new SecretKeySpec(Base64.getDecoder().decode(linkKey), "HmacSHA256");
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "PhotoProperties[linkLife=" + linkLife + ", unusedLife=" + unusedLife + "]";
    }
}
