package cn.gridbell.request;

import cn.gridbell.platform.Failures;
import cn.gridbell.request.followup.FollowUps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds answers nobody rated for 14 days, and what is to be asked after four weeks; each in a transaction of its own. Any node may run it; what a
 * node that dies leaves, the next run finds.
 */
@Component
class RequestAftercareTimer {

    private static final Logger log = LoggerFactory.getLogger(RequestAftercareTimer.class);
    private static final int BATCH = 200;

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
        each(requests.unrated(now.minus(RequestVerdicts.TERM), BATCH), aftercare::closeUnrated);
        each(followUps.due(now, BATCH), aftercare::ask);
    }

    /** One that fails is left for the next run and holds nobody else up. */
    private static void each(List<Long> ids, Consumer<RequestId> deed) {
        for (long id : ids) {
            try {
                deed.accept(new RequestId(id));
            } catch (RequestAlreadyMoved meanwhile) {
                log.debug("request {} moved meanwhile", id);
            } catch (RuntimeException failure) {
                log.warn("request {} could not be looked after: {}", id, Failures.describe(failure));
            }
        }
    }
}
