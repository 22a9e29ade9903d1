package cn.gridbell.platform.crypto;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code gridbell.crypto}: keys for fields at rest. Secrets come from the environment only.
 *
 * @param keys     {@code 1:<base64 of 32 bytes>[,2:…]}; the highest id seals, all open
 * @param indexKey base64 of 32 bytes
 */
@ConfigurationProperties("gridbell.crypto")
record CryptoProperties(String keys, String indexKey) {

    private static final int KEY_BYTES = 32;

    CryptoProperties {
        parse(keys);
        key("gridbell.crypto.index-key", indexKey);
    }

    Map<Integer, SecretKeySpec> secretKeys() {
        return parse(keys);
    }

    int currentKeyId() {
        return parse(keys).keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    SecretKeySpec secretIndexKey() {
        return key("gridbell.crypto.index-key", indexKey);
    }

    private static Map<Integer, SecretKeySpec> parse(String keys) {
        Map<Integer, SecretKeySpec> parsed = new LinkedHashMap<>();
        for (String part : keys.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("gridbell.crypto.keys: expected <id>:<base64>[,…]");
            }
            int id = Integer.parseInt(part.substring(0, colon).strip());
            if (id < 1 || id > 255) {
                throw new IllegalArgumentException("gridbell.crypto.keys: ids run from 1 to 255");
            }
            parsed.put(id, key("gridbell.crypto.keys", part.substring(colon + 1).strip()));
        }
        return parsed;
    }

    private static SecretKeySpec key(String property, String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(property + ": a key is the base64 of 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    @Override
    public String toString() {
        return "CryptoProperties[…]";
    }
}
