package cn.gridbell.request.followup;

import cn.gridbell.platform.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The questions four weeks later; each is asked once and answered once. */
@Service
public class FollowUps {

    /** How long after the end of a request is asked. */
    public static final Duration LATER = Duration.ofDays(28);

    private final FollowUpMapper rows;

    FollowUps(FollowUpMapper rows) {
        this.rows = rows;
    }

    /** Part of the transaction that ends the request. */
    public void plan(long request, Instant ended) {
        rows.plan(request, ended.plus(LATER));
    }

    /** The request is open again: nothing is to be asked that was not asked yet. */
    public void drop(long request) {
        rows.drop(request);
    }

    /** Those whose time has come, the longest due first; the ids are the requests'. */
    public List<Cursor> due(Instant now, Cursor after, int most) {
        return rows.due(now, after, most);
    }

    /** @return false if another node asked it */
    public boolean ask(long request, Instant now) {
        return rows.ask(request, now) == 1;
    }

    public Optional<FollowUp> find(long request) {
        return Optional.ofNullable(rows.find(request));
    }

    /** @param anew the request that was opened, null for none @return false if it was answered before or not asked */
    public boolean answer(long request, FollowUp.Answer answer, @Nullable Long anew, Instant now) {
        return rows.answer(request, answer, anew, now) == 1;
    }
}
