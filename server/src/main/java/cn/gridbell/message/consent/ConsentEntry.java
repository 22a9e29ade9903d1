package cn.gridbell.message.consent;

import cn.gridbell.wechat.WechatPersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger.
 *
 * @param sourceKey identity of the report, null if it has none
 * @param delta     change of the count
 * @param messageId the send that spent it
 */
record ConsentEntry(
        long person,
        String templateId,
        ConsentSource source,
        @Nullable String sourceKey,
        ConsentChoice choice,
        int delta,
        @Nullable Long pairId,
        @Nullable Long messageId,
        Instant at) {

    static ConsentEntry report(
            WechatPersonId person,
            String templateId,
            ConsentSource source,
            @Nullable String key,
            ConsentChoice choice,
            Instant at) {
        return new ConsentEntry(person.value(), templateId, source, key, choice, 0, null, null, at);
    }

    static ConsentEntry send(
            WechatPersonId person, String templateId, ConsentChoice choice, int delta, long messageId, Instant at) {
        return new ConsentEntry(
                person.value(), templateId, ConsentSource.SEND, null, choice, delta, null, messageId, at);
    }

    ConsentEntry counting(int change, @Nullable Long pair) {
        return new ConsentEntry(person, templateId, source, sourceKey, choice, change, pair, messageId, at);
    }
}
