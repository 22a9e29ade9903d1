package cn.gridbell.message.consent;

import java.util.Optional;

/** What happened to a consent. */
enum ConsentChoice {
    ACCEPT,
    REJECT,
    BAN,
    FILTER,
    SPENT,
    RETURNED,
    ZEROED;

    /** What {@code wx.requestSubscribeMessage} gave for one template; empty for a word WeChat does not use. */
    static Optional<ConsentChoice> ofTap(String word) {
        return switch (word) {
            case "accept", "acceptWithAudio", "acceptWithAlert" -> Optional.of(ACCEPT);
            case "reject" -> Optional.of(REJECT);
            case "ban" -> Optional.of(BAN);
            case "filter" -> Optional.of(FILTER);
            default -> Optional.empty();
        };
    }
}
