package cn.gridbell.message;

import cn.gridbell.message.wording.Draft;
import cn.gridbell.message.wording.TemplateCatalogue;
import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.SendAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Writes down how claims end, and counts it. */
@Component
class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final int TRIES = 3;
    private static final int LONG_WAIT = 10;

    private final Desk desk;
    private final Settlement.Patience patience;
    private final CourierProperties settings;
    private final TemplateCatalogue catalogue;
    private final MeterRegistry meters;
    private final Clock clock;

    Outcomes(
            Desk desk,
            Settlement.Patience patience,
            CourierProperties settings,
            TemplateCatalogue catalogue,
            MeterRegistry meters,
            Clock clock) {
        this.desk = desk;
        this.patience = patience;
        this.settings = settings;
        this.catalogue = catalogue;
        this.meters = meters;
        this.clock = clock;
    }

    /** Notes a call; a lease that would not outlast it counts as lost. */
    Desk.Start begin(Message message, Call call) {
        if (!message.leaseCovers(clock.instant(), settings.longestCall())) {
            return Desk.Start.STALE;
        }
        return desk.begin(message, call);
    }

    void answered(Message message, Call call, SendAnswer answer) {
        Instant now = clock.instant();
        count(message, call.channel().name(), answer.verdict().name());
        Settlement settlement = Settlement.after(message, call.channel(), answer, now, patience);
        written(message, () -> desk.end(message, settlement, call));
    }

    void end(Message message, MessageStatus status, @Nullable Draft draft) {
        count(message, "NONE", status.name());
        written(message, () -> desk.end(message, Settlement.end(status, clock.instant()), draft));
    }

    /** No way is open before then. */
    void later(Message message, Instant dueAt, Draft draft) {
        written(message, () -> desk.end(message, Settlement.later(message, dueAt, null), draft));
    }

    /** It could not even be written: tried again at long intervals, and a work item once its time is over. */
    void notWritten(Message message, RuntimeException why) {
        LOG.warn("message {} could not be written: {}", message.id(), Failures.describe(why));
        Instant now = clock.instant();
        count(message, "NONE", "NOT_WRITTEN");
        Settlement settlement = now.isBefore(message.expiresAt())
                ? Settlement.later(message, now.plus(patience.delay(LONG_WAIT)), Settlement.NOT_WRITTEN)
                : Settlement.end(MessageStatus.DEAD, now);
        try {
            written(message, () -> desk.end(message, settlement, (Draft) null));
        } catch (RuntimeException e) {
            LOG.warn("message {} waits for its lease: {}", message.id(), Failures.describe(e));
        }
    }

    private static void written(Message message, BooleanSupplier entry) {
        for (int attempt = 1; ; attempt++) {
            try {
                if (!entry.getAsBoolean()) {
                    LOG.info("message {}: the claim was lost, nothing written", message.id());
                }
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void count(Message message, String channel, String outcome) {
        meters.counter(
                        "gridbell.message.sends",
                        "template",
                        catalogue.templateKey(message.scene()).name().toLowerCase(Locale.ROOT),
                        "channel",
                        channel.toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome.toLowerCase(Locale.ROOT))
                .increment();
    }
}
