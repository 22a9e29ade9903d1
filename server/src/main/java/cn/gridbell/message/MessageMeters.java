package cn.gridbell.message;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How long the queue is and how long it makes people wait. */
@Component
class MessageMeters {

    private final MessageMapper messages;
    private final Clock clock;

    MessageMeters(MessageMapper messages, MeterRegistry meters, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        Gauge.builder("gridbell.message.queue.depth", this, m -> m.read(MessageMeters::depth))
                .description("messages that are due and wait for a courier, over all nodes")
                .register(meters);
        Gauge.builder("gridbell.message.queue.age.seconds", this, m -> m.read(m::age))
                .description("how long the longest-waiting message is overdue")
                .register(meters);
    }

    private double read(ToDoubleFunction<QueueRow> figure) {
        try {
            return figure.applyAsDouble(messages.queue(clock.instant()));
        } catch (DataAccessException | TransactionException away) {
            return Double.NaN;
        }
    }

    private static double depth(QueueRow queue) {
        return queue.depth();
    }

    private double age(QueueRow queue) {
        Instant oldest = queue.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
