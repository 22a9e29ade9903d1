package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.wording.Draft;
import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one claimed message: has it written, chooses its way, tries one way after the other and sees to it that the claim ends. */
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration DOUBT_PAUSE = Settlement.DOUBT_PAUSE;

    private final Composer composer;
    private final Routes routes;
    private final Lines lines;
    private final Outcomes outcomes;
    private final Receipts receipts;
    private final Clock clock;

    Courier(Composer composer, Routes routes, Lines lines, Outcomes outcomes, Receipts receipts, Clock clock) {
        this.composer = composer;
        this.routes = routes;
        this.lines = lines;
        this.outcomes = outcomes;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** Never throws: what cannot be written down is found again when the lease ends, and a call that was begun then counts as unsure. */
    void carry(Message message) {
        Written written;
        try {
            written = composer.write(message);
        } catch (RuntimeException e) {
            outcomes.notWritten(message, e);
            return;
        }
        try {
            deliver(message, written);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The class only: messages of exceptions may carry what people wrote.
            LOG.warn("message {} waits for its lease: {}", message.id(), Failures.describe(e));
        }
    }

    private void deliver(Message message, Written written) throws InterruptedException {
        Instant now = clock.instant();
        Draft draft = written.draft();
        if (draft == null) {
            outcomes.end(message, lost(message, written.end()), null);
        } else if (!now.isBefore(message.expiresAt()) || !now.isBefore(written.until())) {
            outcomes.end(message, lost(message, MessageStatus.EXPIRED), draft);
        } else if (message.unsure() && !message.mayRepeat(now)) {
            settleDoubt(message, written, draft);
        } else {
            send(message, written, draft);
        }
    }

    /** What may have been heard does not become unsaid. */
    private static MessageStatus lost(Message message, MessageStatus end) {
        return message.unsure() ? MessageStatus.UNKNOWN : end;
    }

    private void settleDoubt(Message message, Written written, Draft draft) throws InterruptedException {
        Instant now = clock.instant();
        switch (message.doubt(routes.heardAt(Channel.TEMPLATE), now)) {
            case CLEARED -> {
                if (receipts.mayHaveArrived(message)) {
                    outcomes.end(message, MessageStatus.UNKNOWN, draft);
                } else {
                    send(message.cleared(), written, draft);
                }
            }
            case WAITS -> outcomes.later(message, now.plus(DOUBT_PAUSE), draft);
            case STAYS -> outcomes.end(message, MessageStatus.UNKNOWN, draft);
        }
    }

    private void send(Message message, Written written, Draft draft) throws InterruptedException {
        Instant until = message.expiresAt().isBefore(written.until()) ? message.expiresAt() : written.until();
        Route route = routes.of(message, until);
        WechatPersonId person = route.person();
        if (person != null) {
            for (Channel channel : route.ways()) {
                switch (lines.to(person, channel, message, draft)) {
                    case DONE -> {
                        return;
                    }
                    case NOT_NOW -> {
                        outcomes.later(message, lines.soon(), draft);
                        return;
                    }
                    case NO_CONSENT -> {
                        // the next way
                    }
                }
            }
        }
        Instant later = route.later();
        if (later != null) {
            outcomes.later(message, lines.after(later, message), draft);
        } else {
            outcomes.end(message, lost(message, route.end()), draft);
        }
    }
}
