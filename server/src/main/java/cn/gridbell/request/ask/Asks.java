package cn.gridbell.request.ask;

import cn.gridbell.platform.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was asked about requests. The request's row says that something is asked; here stands what. */
@Component
public class Asks {

    private final AskMapper asks;

    Asks(AskMapper asks) {
        this.asks = asks;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if something is asked already */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Ask ask) {
        asks.insert(ask);
    }

    /**
     * Settles what is open, if anything is.
     *
     * @param staff null if nobody decided
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(long request, AskOutcome outcome, @Nullable Long staff, Instant at) {
        asks.settle(request, outcome, staff, at);
    }

    /** Oldest first. */
    @Transactional
    public List<Ask> of(long request) {
        return asks.of(request);
    }

    @Transactional
    public List<Ask> of(long request, AskKind kind) {
        return of(request).stream().filter(ask -> ask.kind() == kind).toList();
    }

    @Transactional
    public Optional<Ask> openOf(long request) {
        return of(request).stream().filter(ask -> ask.settledAt() == null).findFirst();
    }

    /** Requests whose question has waited long enough, the longest first; the ids are the requests'. */
    @Transactional
    public List<Cursor> lapsed(Instant now, Cursor after, int most) {
        return asks.lapsed(now, after, most);
    }

    /**
     * How much time went by while the resident was asked.
     *
     * @param between counts time between two instants
     */
    @Transactional
    public Duration waited(long request, Instant now, BiFunction<Instant, Instant, Duration> between) {
        return of(request, AskKind.QUESTION).stream()
                .map(ask -> between.apply(ask.askedAt(), ask.settledAt() == null ? now : ask.settledAt()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
