package cn.gridbell.visit;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Everything that happens to a knock-door visit. */
@Service
public class Visits {

    /** How a visit stands, for a message about it. */
    public Optional<VisitNews> newsOf(VisitId id) {
        throw new UnsupportedOperationException();
    }
}
