package cn.gridbell.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a client sends so that a repeated call is the same call: 8 to 64 visible ASCII characters.
 *
 * @param value the key as sent
 */
public record IdempotencyKey(String value) {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    public IdempotencyKey {
        if (value.length() < 8 || value.length() > 64 || !value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw InvalidInput.of(HEADER, "请求标识须为8到64个可见英文字符，请重新打开页面再试。");
        }
    }

    /** @throws InvalidInput if the header is absent or no key */
    public static IdempotencyKey require(@Nullable String header) {
        if (header == null) {
            throw InvalidInput.of(HEADER, "缺少请求标识（Idempotency-Key），请重新打开页面再试。");
        }
        return new IdempotencyKey(header);
    }

    /** Null for an absent header. @throws InvalidInput if it is there and no key */
    public static @Nullable IdempotencyKey optional(@Nullable String header) {
        return header == null ? null : new IdempotencyKey(header);
    }
}
