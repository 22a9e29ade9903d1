package cn.gridbell.message;

import cn.gridbell.grid.GridId;
import cn.gridbell.request.Closure;
import cn.gridbell.request.Colour;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestNews;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.reporter.ReporterSecrecy;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitNews;
import cn.gridbell.visit.VisitStatus;
import dev.gridbell.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Requests and visits that stand as a test says. */
final class FakeNews implements News {

    static final ResidentId RESIDENT = new ResidentId(7);
    static final StaffId MEMBER = new StaffId(70);
    static final Instant START = MutableClock.TUESDAY_MORNING.plus(Duration.ofDays(2));

    private final Map<Long, RequestStatus> requests = new ConcurrentHashMap<>();
    private final Map<Long, VisitStatus> visits = new ConcurrentHashMap<>();

    private final List<ResidentId> followers = new CopyOnWriteArrayList<>();

    private final List<ResidentId> reporters = new CopyOnWriteArrayList<>();

    private volatile boolean table;
    private volatile Duration moved = Duration.ZERO;
    private volatile @Nullable Instant expected;
    private volatile @Nullable String reason;

    void reset() {
        requests.clear();
        visits.clear();
        followers.clear();
        reporters.clear();
        table = false;
        moved = Duration.ZERO;
        expected = null;
        reason = null;
    }

    /** The members of all visits are on their way. */
    void membersAreExpectedAt(Instant time) {
        expected = time;
    }

    /** Why all visits are as they are. */
    void becauseOf(String why) {
        reason = why;
    }

    /** Somebody follows each request from now. */
    void isFollowedBy(ResidentId resident) {
        followers.add(resident);
    }

    @Override
    public List<ResidentId> followersOf(RequestId request) {
        return List.copyOf(followers);
    }

    /** Whoever came along by a merge had reported what was merged. */
    void cameAlong(ResidentId resident) {
        followers.add(resident);
        reporters.add(resident);
    }

    @Override
    public boolean isReportedBy(RequestId request, ResidentId resident) {
        return resident.equals(RESIDENT) || reporters.contains(resident);
    }

    /** People sit at a table about each request until it is closed. */
    void isCoordinated(boolean now) {
        table = now;
    }

    @Override
    public boolean isCoordinated(RequestId request) {
        return table;
    }

    void request(long id, RequestStatus status) {
        requests.put(id, status);
    }

    /** All visits are that much later now. */
    void movesVisitsBy(Duration time) {
        moved = time;
    }

    void visit(long id, VisitStatus status) {
        visits.put(id, status);
    }

    @Override
    public Optional<RequestNews> ofRequest(long id) {
        return Optional.ofNullable(requests.get(id))
                .map(status -> new RequestNews(
                        new RequestId(id),
                        "R2026112400" + id,
                        "楼道照明损坏",
                        status,
                        null,
                        Colour.GREEN,
                        new GridId(3),
                        RESIDENT,
                        MEMBER,
                        "网格员 王敏",
                        START,
                        status == RequestStatus.ANSWERED ? Closure.SOLVED : null,
                        ReporterSecrecy.OPEN));
    }

    @Override
    public Optional<VisitNews> ofVisit(long id) {
        return Optional.ofNullable(visits.get(id))
                .map(status -> new VisitNews(
                        new VisitId(id),
                        "V2026112400" + id,
                        "燃气安全检查",
                        status,
                        RESIDENT,
                        MEMBER,
                        "网格员 王敏",
                        START.plus(moved),
                        START.plus(moved).plus(Duration.ofMinutes(30)),
                        START.minus(Duration.ofDays(1)),
                        "HL001",
                        expected,
                        reason));
    }
}
