package cn.gridbell.message;

import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestNews;
import cn.gridbell.request.Requests;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitNews;
import cn.gridbell.visit.Visits;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the rooms that own the subjects. */
@Component
class NewsFromRooms implements News {

    private final Requests requests;
    private final Visits visits;

    NewsFromRooms(Requests requests, Visits visits) {
        this.requests = requests;
        this.visits = visits;
    }

    @Override
    public Optional<RequestNews> ofRequest(long id) {
        return requests.newsOf(new RequestId(id));
    }

    @Override
    public List<ResidentId> followersOf(RequestId request) {
        return requests.followersOf(request);
    }

    @Override
    public boolean isReportedBy(RequestId request, ResidentId resident) {
        return requests.isReportedBy(request, resident);
    }

    @Override
    public boolean isCoordinated(RequestId request) {
        return requests.isCoordinated(request);
    }

    @Override
    public Optional<VisitNews> ofVisit(long id) {
        return visits.newsOf(new VisitId(id));
    }
}
