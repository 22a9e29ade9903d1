package cn.gridbell.visit;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys.What;
import cn.gridbell.platform.Problem;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.step.VisitTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Residents look for a time and book it. */
@Component
class VisitBookings {

    /** Bookings at work at one time: a rush queues here, in order of arrival, and leaves database connections to everybody else. */
    private static final int AT_ONCE = 8;

    private final Semaphore counter = new Semaphore(AT_ONCE, true);
    private final VisitParties parties;
    private final VisitOpenings openings;
    private final VisitHolds holds;
    private final VisitStore store;
    private final VisitTransactions transactions;
    private final MeterRegistry meters;

    VisitBookings(
            VisitParties parties,
            VisitOpenings openings,
            VisitHolds holds,
            VisitStore store,
            VisitTransactions transactions,
            MeterRegistry meters) {
        this.parties = parties;
        this.openings = openings;
        this.holds = holds;
        this.store = store;
        this.transactions = transactions;
        this.meters = meters;
    }

    /**
     * What the caller's household can book.
     *
     * @throws HouseholdMissing 422
     * @throws NobodyAnswers 422
     */
    @Transactional(readOnly = true)
    List<Opening> openings(Caller caller, OpeningRange range) {
        return openings.free(parties.of(caller), range);
    }

    /** Why part of a range offers nothing to anybody, or null. */
    @Nullable
    String closedBecause(OpeningRange range) {
        return openings.closedBecause(range).orElse(null);
    }

    /**
     * Books a visit: the time is held from now on, though the member has yet to confirm.
     *
     * @throws OpeningNotOffered 422
     * @throws OpeningTaken 409, with the next free ones
     * @throws HouseholdBusy 409
     * @throws RequestNotOpen 422
     */
    Booked book(Caller caller, IdempotencyKey key, BookVisit wish) {
        counter.acquireUninterruptibly();
        try {
            return bookInTurn(caller, key, wish);
        } finally {
            counter.release();
        }
    }

    private Booked bookInTurn(Caller caller, IdempotencyKey key, BookVisit wish) {
        Parties between = parties.of(caller);
        try {
            Booked booked = transactions.once(
                    caller, key, new What("book-visit", wish), Booked.class, () -> hold(between, wish));
            count("booked");
            return booked;
        } catch (CellTaken e) {
            count("taken");
            if (e.household()) {
                throw new HouseholdBusy();
            }
            throw new OpeningTaken(openings.insteadOf(between, wish.start()));
        } catch (Problem e) {
            count("refused");
            throw e;
        }
    }

    private Booked hold(Parties between, BookVisit wish) {
        openings.checkPossible(wish.start());
        holds.queueFor(between.member().id(), List.of(wish.start())); // before the hours are read: they may be changing
        Cells time = openings.requireOffered(between.member().id(), wish.start());
        parties.checkRequest(wish.requestId(), between.resident());
        Visit visit = Visit.requested(
                between,
                new Visit.Wish(wish.start(), wish.purpose(), wish.note(), wish.requestId()),
                time.end(),
                openings.answerBy(time.start()),
                store.now());
        store.add(visit);
        holds.take(visit, time);
        store.announce(visit, VisitBooked::new);
        return new Booked(visit.id(), visit.number(), visit.start(), visit.end(), visit.answerBy(), visit.member());
    }

    /** What was booked; kept with the idempotency key, so nothing personal in it. */
    record Booked(VisitId id, String number, Instant start, Instant end, Instant answerBy, StaffId member) {}

    private void count(String result) {
        meters.counter("gridbell.visit.bookings", "result", result).increment();
    }
}
