package cn.gridbell.wechat.inbound;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code gridbell.wechat}: what the gate checks callbacks against. Secrets come from the environment only. */
@ConfigurationProperties("gridbell.wechat")
record GateProperties(Lock officialAccount, Lock miniProgram) {

    GateProperties {
        if (officialAccount == null || miniProgram == null) {
            throw new IllegalArgumentException(
                    "gridbell.wechat.official-account and gridbell.wechat.mini-program must be set");
        }
        if (officialAccount.appId().equals(miniProgram.appId())) {
            throw new IllegalArgumentException("gridbell.wechat: the two apps have the same app-id");
        }
    }

    Lock lock(Door door) {
        return switch (door) {
            case OFFICIAL_ACCOUNT -> officialAccount;
            case MINI_PROGRAM -> miniProgram;
        };
    }

    @Override
    public String toString() {
        return "GateProperties[" + officialAccount + ", " + miniProgram + "]";
    }

    /**
     * One app's side of the gate, as its console shows it.
     *
     * @param appId          {@code wx…}
     * @param token          3 to 32 letters and digits
     * @param aesKey         EncodingAESKey, 43 letters and digits
     * @param originalId     {@code gh_…}; when set, only letters addressed to it are taken
     * @param previousToken  still taken while WeChat and all nodes change over; remove it afterwards
     * @param previousAesKey as above
     */
    record Lock(
            String appId,
            String token,
            String aesKey,
            @Nullable String originalId,
            @Nullable String previousToken,
            @Nullable String previousAesKey) {

        private static final Pattern APP_ID = Pattern.compile("[A-Za-z0-9_-]{4,64}");
        private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{3,32}");
        private static final Pattern AES_KEY = Pattern.compile("[A-Za-z0-9+/]{43}");

        Lock {
            require("app-id", APP_ID, appId);
            require("token", TOKEN, token);
            require("aes-key", AES_KEY, aesKey);
            originalId = blankToNull(originalId);
            previousToken = blankToNull(previousToken);
            previousAesKey = blankToNull(previousAesKey);
            if (previousToken != null) {
                require("previous-token", TOKEN, previousToken);
            }
            if (previousAesKey != null) {
                require("previous-aes-key", AES_KEY, previousAesKey);
            }
        }

        List<String> tokens() {
            return previousToken == null ? List.of(token) : List.of(token, previousToken);
        }

        List<SecretKeySpec> keys() {
            List<SecretKeySpec> keys = new ArrayList<>();
            keys.add(key(aesKey));
            if (previousAesKey != null) {
                keys.add(key(previousAesKey));
            }
            return keys;
        }

        private static SecretKeySpec key(String encoded) {
            return new SecretKeySpec(Base64.getDecoder().decode(lenientTail(encoded) + "="), "AES");
        }

        /** 43 characters carry two bits more than 32 bytes; WeChat leaves them as they come, Java's decoder may not. */
        private static String lenientTail(String encoded) {
            String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
            int last = alphabet.indexOf(encoded.charAt(42));
            return encoded.substring(0, 42) + alphabet.charAt(last & 0b111100);
        }

        private static void require(String name, Pattern pattern, @Nullable String value) {
            if (value == null || !pattern.matcher(value).matches()) {
                throw new IllegalArgumentException("gridbell.wechat.….%s: expected %s".formatted(name, pattern));
            }
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text;
        }

        @Override
        public String toString() {
            return appId;
        }
    }
}
