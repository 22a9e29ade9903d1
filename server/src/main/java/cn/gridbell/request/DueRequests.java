package cn.gridbell.request;

import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Failures;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a timer found due, page after page: one that cannot be done is left for the next run and holds nobody else up, however many there are. */
final class DueRequests {

    private static final Logger log = LoggerFactory.getLogger(DueRequests.class);

    static final int PAGE = 100;

    private DueRequests() {}

    /**
     * Each in a transaction of its own.
     *
     * @param pages what is due after a position, in order, {@link #PAGE} at most
     */
    static void each(Function<Cursor, List<Cursor>> pages, Consumer<RequestId> deed) {
        Cursor after = Cursor.OLDEST;
        List<Cursor> page;
        do {
            page = pages.apply(after);
            for (Cursor due : page) {
                attempt(new RequestId(due.id()), deed);
                after = due;
            }
        } while (page.size() == PAGE);
    }

    private static void attempt(RequestId id, Consumer<RequestId> deed) {
        try {
            deed.accept(id);
        } catch (RequestAlreadyMoved meanwhile) {
            log.debug("request {} moved while a timer looked at it", id);
        } catch (RuntimeException failure) {
            log.warn("request {} is due and could not be looked after: {}", id, Failures.describe(failure));
        }
    }
}
