package cn.gridbell.request.retention;

import cn.gridbell.platform.personal.Expiring;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two years after a request was closed nobody has to be asked about it any more. */
@Component
class ClosedRequests implements Expiring {

    private final ClosedRequestMapper requests;

    ClosedRequests(ClosedRequestMapper requests) {
        this.requests = requests;
    }

    @Override
    public String name() {
        return "closed-requests";
    }

    @Override
    public int usualDays() {
        return 730;
    }

    @Override
    @Transactional
    public int expire(Instant before, int most) {
        List<Long> closed = requests.closedBefore(before, most);
        for (long request : closed) {
            requests.endWords(request);
            requests.hide(request);
            requests.cutReporter(request);
            requests.dropFollowers(request);
            requests.cutRatings(request);
            requests.cutChases(request);
        }
        return closed.size();
    }
}
