package cn.gridbell.request;

import cn.gridbell.request.followup.FollowUps;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Finds answers nobody rated for 14 days, and what is to be asked after four weeks; each in a transaction of its own. Any node may run it; what a
 * node that dies leaves, the next run finds.
 */
@Component
class RequestAftercareTimer {

    private final RequestMapper requests;
    private final RequestAftercare aftercare;
    private final FollowUps followUps;
    private final Clock clock;

    RequestAftercareTimer(RequestMapper requests, RequestAftercare aftercare, FollowUps followUps, Clock clock) {
        this.requests = requests;
        this.aftercare = aftercare;
        this.followUps = followUps;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        Instant answeredBy = now.minus(RequestVerdicts.TERM);
        DueRequests.each(after -> requests.unrated(answeredBy, after, DueRequests.PAGE), aftercare::closeUnrated);
        DueRequests.each(after -> followUps.due(now, after, DueRequests.PAGE), aftercare::ask);
    }
}
