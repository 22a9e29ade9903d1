package cn.gridbell.request;

import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Failures;
import cn.gridbell.request.ask.Asks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Passed deadlines move requests up, each in a transaction of its own: any node may run it, and a node that dies leaves the rest to the next
 * run. What is due is found as "due and not moved", never as "this minute".
 */
@Component
class RequestTimer {

    private static final Logger log = LoggerFactory.getLogger(RequestTimer.class);
    private static final int BATCH = 100;

    private final RequestMapper requests;
    private final RequestWork work;
    private final RequestQuestions questions;
    private final Asks asks;
    private final Clock clock;

    RequestTimer(RequestMapper requests, RequestWork work, RequestQuestions questions, Asks asks, Clock clock) {
        this.questions = questions;
        this.asks = asks;
        this.requests = requests;
        this.work = work;
        this.clock = clock;
    }

    /** Moves up whatever is due now; one that cannot be moved is left for the next run and holds nobody else up. */
    void run() {
        Instant now = clock.instant();
        Cursor after = Cursor.OLDEST;
        List<Request> due;
        do {
            due = requests.dueForTimer(now, after, BATCH);
            for (Request request : due) {
                moveUp(request.requestId());
                after = new Cursor(request.dueAt(), request.requestId().value());
            }
        } while (due.size() == BATCH);
    }

    /** Stops waiting for residents who were asked long enough ago. */
    void lapse() {
        for (Long id : asks.lapsed(clock.instant(), BATCH)) {
            try {
                questions.lapse(new RequestId(id));
            } catch (RequestAlreadyMoved meanwhile) {
                log.debug("request {} moved while the timer looked at it", id);
            } catch (RuntimeException failure) {
                log.warn("request {} still waits for its resident: {}", id, Failures.describe(failure));
            }
        }
    }

    private void moveUp(RequestId id) {
        try {
            work.escalateOverdue(id);
        } catch (RequestAlreadyMoved meanwhile) {
            log.debug("request {} moved while the timer looked at it", id);
        } catch (RuntimeException failure) {
            log.warn("request {} is overdue and could not be moved up: {}", id, Failures.describe(failure));
        }
    }
}
