package cn.gridbell.signin;

import java.time.Duration;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.signin}.
 *
 * @param tokenKey              base64 of at least 32 bytes; from the environment only. A new key ends all sessions
 * @param tokenLifetime         one minute to 30 days
 * @param refusedCodesPerMinute how many refused codes one client address may send in a minute before it has to wait; many homes share an
 *                              address, so it is generous
 */
@ConfigurationProperties("gridbell.signin")
record SigninProperties(
        String tokenKey,
        @DefaultValue("12h") Duration tokenLifetime,
        @DefaultValue("120") int refusedCodesPerMinute) {

    private static final int KEY_BYTES = 32;

    SigninProperties {
        if (Base64.getDecoder().decode(tokenKey).length < KEY_BYTES) {
            throw new IllegalArgumentException("gridbell.signin.token-key: a key is the base64 of at least 32 bytes");
        }
        if (tokenLifetime.compareTo(Duration.ofMinutes(1)) < 0 || tokenLifetime.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("gridbell.signin.token-lifetime: from 1m to 30d");
        }
        if (refusedCodesPerMinute < 1) {
            throw new IllegalArgumentException("gridbell.signin.refused-codes-per-minute: at least 1");
        }
    }

    SecretKey secretKey() {
        return new SecretKeySpec(Base64.getDecoder().decode(tokenKey), "HmacSHA256");
    }

    @Override
    public String toString() {
        return "SigninProperties[…]";
    }
}
