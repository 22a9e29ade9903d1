package cn.gridbell.request.following;

import cn.gridbell.platform.Cursor;
import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Who said "me too" to a request or came along by a merge: told what its reporter is told, and asked what they think of the answer. */
@Service
public class Followers {

    private static final long NOBODY = 0;

    private final FollowerMapper rows;

    Followers(FollowerMapper rows) {
        this.rows = rows;
    }

    /** @return false if they follow it already */
    public boolean add(long request, ResidentId resident, Instant now) {
        try {
            rows.insert(request, resident.value(), now);
            return true;
        } catch (DuplicateKeyException already) {
            return false;
        }
    }

    /** @return false if they did not follow it */
    public boolean remove(long request, ResidentId resident) {
        return rows.delete(request, resident.value()) > 0;
    }

    public boolean has(long request, ResidentId resident) {
        return rows.has(request, resident.value()) > 0;
    }

    /** Whether they came along by a merge, as who had reported the one that ended. */
    public boolean cameAsReporter(long request, ResidentId resident) {
        return rows.cameAsReporter(request, resident.value()) > 0;
    }

    public List<ResidentId> of(long request) {
        return rows.of(request).stream().map(ResidentId::new).toList();
    }

    public int count(long request) {
        return counts(List.of(request)).getOrDefault(request, 0);
    }

    /** By request; one without followers is absent. */
    public Map<Long, Integer> counts(Collection<Long> requests) {
        return requests.isEmpty()
                ? Map.of()
                : rows.counts(requests).stream()
                        .collect(Collectors.toMap(FollowerMapper.Count::request, FollowerMapper.Count::followers));
    }

    /** Newest first. */
    public List<Followed> followedBy(ResidentId resident, Cursor after, int limit) {
        return rows.followedBy(resident.value(), after, limit);
    }

    /**
     * Everybody one request concerns follows the other from now on.
     *
     * @param reporter     of the one that ends
     * @param hostReporter of the one that goes on, who follows it anyway
     */
    public void merge(
            long from, @Nullable ResidentId reporter, long into, @Nullable ResidentId hostReporter, Instant now) {
        rows.bringAlong(from, into, hostReporter == null ? NOBODY : hostReporter.value(), now);
        if (reporter != null && !reporter.equals(hostReporter)) {
            rows.bring(from, into, reporter.value(), now);
        }
    }

    /** Who came along by this merge and not by themselves goes back. */
    public void split(long from, long into) {
        rows.takeBack(from, into);
    }

    /** Somebody leaves. */
    public void forget(ResidentId resident) {
        rows.forgetFollowing(resident.value());
        rows.cutRatings(resident.value());
        rows.cutChases(resident.value());
    }
}
