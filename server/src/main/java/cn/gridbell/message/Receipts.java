package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.channel.Channels;
import cn.gridbell.wechat.WechatApp;
import cn.gridbell.wechat.WechatPersonId;
import cn.gridbell.wechat.WechatReceiptArrived;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a send and its receipt meet. Both first write the row of WeChat's message id, and only then the message, so they wait for each other
 * instead of missing each other, whichever comes first.
 */
@Component
class Receipts {

    /** How long after a call whose answer was lost a receipt for the same phone is taken for its own. */
    private static final Duration LATE = Duration.ofHours(24);

    private final ReceiptMapper receipts;
    private final MessageMapper messages;
    private final Channels channels;
    private final Bell bell;
    private final DeliveryRates rates;
    private final Clock clock;

    Receipts(
            ReceiptMapper receipts,
            MessageMapper messages,
            Channels channels,
            Bell bell,
            DeliveryRates rates,
            Clock clock) {
        this.receipts = receipts;
        this.messages = messages;
        this.channels = channels;
        this.bell = bell;
        this.rates = rates;
        this.clock = clock;
    }

    /** Notes which message an id stands for; to be called before the message is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    void expect(WechatApp app, String msgId, long messageId) {
        receipts.answered(app, msgId, messageId, clock.instant());
    }

    /** Writes into a message what was heard of it before its answer was written. */
    @Transactional(propagation = Propagation.MANDATORY)
    void applyEarly(long messageId) {
        for (ReceiptRow row : receipts.unapplied(messageId)) {
            if (row.result() != null) {
                apply(messageId, row.result());
            }
        }
    }

    /** A receipt. The same again changes nothing. */
    @Transactional
    void arrived(WechatReceiptArrived receipt) {
        receipts.arrived(receipt.app(), receipt.msgId(), receipt.result(), clock.instant());
        ReceiptRow row = receipts.lock(receipt.app(), receipt.msgId());
        if (row.applied()) {
            rates.count(receipt.app(), "doubled");
            return;
        }
        Long messageId = row.messageId() == null ? lostAnswer(receipt) : row.messageId();
        WechatReceiptArrived.Result result = row.result() == null ? receipt.result() : row.result();
        if (messageId == null) {
            rates.count(receipt.app(), "unmatched");
        } else {
            apply(messageId, result);
        }
        channels.heard(Channel.receiptedBy(receipt.app()), receipt.at());
    }

    /**
     * The message to this phone whose answer was lost, if it can be no other: one that waits for its next try, or whose call is under way, may be
     * the one just as well. Then nobody is taken for told; the next try of that one brings the same id again.
     */
    private @Nullable Long lostAnswer(WechatReceiptArrived receipt) {
        WechatPersonId person = receipt.person();
        if (person == null) {
            return null;
        }
        Instant since = clock.instant().minus(LATE);
        List<UnansweredRow> lost = messages.unanswered(person.value(), Channel.receiptedBy(receipt.app()), since);
        if (lost.size() == 1 && !lost.get(0).underWay()) {
            receipts.match(receipt.app(), receipt.msgId(), lost.get(0).id());
            return lost.get(0).id();
        }
        receipts.unmatched(receipt.app(), receipt.msgId(), person.value());
        return null;
    }

    /** Whether a receipt came for this phone that may be for this message, and is known to be for no other. */
    @Transactional(readOnly = true)
    boolean mayHaveArrived(Message message) {
        return receipts.unmatchedSince(message.id()) > 0;
    }

    private void apply(long messageId, WechatReceiptArrived.Result result) {
        Instant now = clock.instant();
        int changed =
                switch (result) {
                    case DELIVERED -> messages.delivered(messageId, now);
                    case BLOCKED_BY_PERSON -> messages.notDelivered(messageId, Settlement.BLOCKED_BY_PERSON, now);
                    case FAILED -> messages.notDelivered(messageId, Settlement.DELIVERY_FAILED, now);
                };
        if (changed == 0) {
            return;
        }
        receipts.applied(messageId);
        rates.count(messages.sent(messageId), result.name());
        if (result != WechatReceiptArrived.Result.DELIVERED) {
            bell.ring();
        }
    }
}
