package cn.gridbell.message;

import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestNews;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.visit.VisitNews;
import java.util.List;
import java.util.Optional;

/** How the subject of a message stands now. */
interface News {

    Optional<RequestNews> ofRequest(long id);

    /** Who is told of a request beside its reporter. */
    List<ResidentId> followersOf(RequestId request);

    /** Whether a resident reported the request themselves, or one that was merged into it. */
    boolean isReportedBy(RequestId request, ResidentId resident);

    /** Whether people sit at a table about it now. */
    boolean isCoordinated(RequestId request);

    Optional<VisitNews> ofVisit(long id);
}
