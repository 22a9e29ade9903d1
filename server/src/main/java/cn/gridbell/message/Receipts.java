package cn.gridbell.message;

import cn.gridbell.wechat.WechatApp;
import cn.gridbell.wechat.WechatPersonId;
import cn.gridbell.wechat.WechatReceiptArrived;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    private final Bell bell;
    private final MeterRegistry meters;
    private final Clock clock;

    Receipts(ReceiptMapper receipts, MessageMapper messages, Bell bell, MeterRegistry meters, Clock clock) {
        this.receipts = receipts;
        this.messages = messages;
        this.bell = bell;
        this.meters = meters;
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
            count("doubled");
            return;
        }
        Long messageId = row.messageId() == null ? lostAnswer(receipt) : row.messageId();
        WechatReceiptArrived.Result result = row.result() == null ? receipt.result() : row.result();
        if (messageId == null) {
            count("unmatched");
        } else if (apply(messageId, result)) {
            count(result.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The one message to this phone whose answer was lost, if there is exactly one and no call to it is under way. */
    private @Nullable Long lostAnswer(WechatReceiptArrived receipt) {
        WechatPersonId person = receipt.person();
        if (person == null) {
            return null;
        }
        Instant since = clock.instant().minus(LATE);
        List<Long> lost = messages.unknownOf(person.value(), Channel.of(receipt.app()), since);
        if (lost.size() != 1) {
            return null;
        }
        receipts.match(receipt.app(), receipt.msgId(), lost.get(0));
        return lost.get(0);
    }

    private boolean apply(long messageId, WechatReceiptArrived.Result result) {
        Instant now = clock.instant();
        int changed =
                switch (result) {
                    case DELIVERED -> messages.delivered(messageId, now);
                    case BLOCKED_BY_PERSON -> messages.notDelivered(messageId, Settlement.BLOCKED_BY_PERSON, now);
                    case FAILED -> messages.notDelivered(messageId, Settlement.DELIVERY_FAILED, now);
                };
        if (changed == 0) {
            return false;
        }
        receipts.applied(messageId);
        if (result != WechatReceiptArrived.Result.DELIVERED) {
            bell.ring();
        }
        return true;
    }

    private void count(String result) {
        meters.counter("gridbell.message.receipts", "result", result).increment();
    }
}
