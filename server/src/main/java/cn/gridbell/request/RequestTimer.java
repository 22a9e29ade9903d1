package cn.gridbell.request;

import cn.gridbell.request.ask.Asks;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Passed deadlines move requests up, each in a transaction of its own: any node may run it, and a node that dies leaves the rest to the next
 * run. What is due is found as "due and not moved", never as "this minute".
 */
@Component
class RequestTimer {

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

    /** Moves up whatever is due now. */
    void run() {
        Instant now = clock.instant();
        DueRequests.each(after -> requests.dueForTimer(now, after, DueRequests.PAGE), work::escalateOverdue);
    }

    /** Stops waiting for residents who were asked long enough ago. */
    void lapse() {
        Instant now = clock.instant();
        DueRequests.each(after -> asks.lapsed(now, after, DueRequests.PAGE), questions::lapse);
    }
}
