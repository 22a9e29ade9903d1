package cn.gridbell.message;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends the wait for receipts that never came, so that no message stays between two states. */
@Component
class Confirmations {

    private static final int AT_ONCE = 500;

    private final Desk desk;
    private final DeliveryRates rates;
    private final CourierProperties settings;
    private final Clock clock;

    Confirmations(Desk desk, DeliveryRates rates, CourierProperties settings, Clock clock) {
        this.desk = desk;
        this.rates = rates;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many messages were ended */
    int close() {
        Instant before = clock.instant().minus(settings.receiptWait());
        int closed = 0;
        List<SentRow> some;
        do {
            some = desk.closeUnconfirmed(before, AT_ONCE);
            some.forEach(sent -> rates.count(sent, "never"));
            closed += some.size();
        } while (some.size() == AT_ONCE);
        return closed;
    }
}
