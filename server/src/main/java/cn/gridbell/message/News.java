package cn.gridbell.message;

import cn.gridbell.request.RequestNews;
import cn.gridbell.visit.VisitNews;
import java.util.Optional;

/** How the subject of a message stands now. */
interface News {

    Optional<RequestNews> ofRequest(long id);

    Optional<VisitNews> ofVisit(long id);
}
