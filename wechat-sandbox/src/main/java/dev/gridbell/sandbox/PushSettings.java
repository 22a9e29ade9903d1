package dev.gridbell.sandbox;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where and how one app's events are pushed: what is entered on WeChat's console under 消息推送.
 *
 * @param url where WeChat calls
 * @param token signs every push
 * @param aesKey the EncodingAESKey, 43 characters of {@code [A-Za-z0-9]}
 * @param mode how the body is protected
 * @param format how the body is written
 */
public record PushSettings(URI url, String token, String aesKey, PushMode mode, PushFormat format) {
    private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9]{43}");

    public PushSettings {
        if (!AES_KEY.matcher(aesKey).matches()) {
            throw new IllegalArgumentException("an EncodingAESKey has 43 characters of [A-Za-z0-9]");
        }
    }

    PushSettings withUrl(URI newUrl) {
        return new PushSettings(newUrl, token, aesKey, mode, format);
    }

    PushSettings withMode(PushMode newMode) {
        return new PushSettings(url, token, aesKey, newMode, format);
    }

    PushSettings withFormat(PushFormat newFormat) {
        return new PushSettings(url, token, aesKey, mode, newFormat);
    }
}
