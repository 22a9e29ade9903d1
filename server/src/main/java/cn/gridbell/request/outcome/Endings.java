package cn.gridbell.request.outcome;

import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How requests ended. */
@Service
public class Endings {

    private final EndingMapper rows;

    Endings(EndingMapper rows) {
        this.rows = rows;
    }

    /** The last answer's; what an earlier one said is gone. Part of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(long request, Ending ending) {
        if (ending.equals(Ending.PLAIN)) {
            rows.drop(request);
        } else {
            rows.keep(request, ending);
        }
    }

    public Ending of(long request) {
        return Objects.requireNonNullElse(rows.of(request), Ending.PLAIN);
    }
}
