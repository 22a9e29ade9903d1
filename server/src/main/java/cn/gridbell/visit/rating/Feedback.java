package cn.gridbell.visit.rating;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.DoorVisits;
import cn.gridbell.visit.RatedVisit;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitNotFound;
import cn.gridbell.visit.VisitStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ratings of visits and of what came of them. */
@Service
class Feedback {

    /**
     * So many ratings hide who gave which. Sums grow by as many at once: after each single one the difference to the sum before would tell what it said.
     */
    static final int ENOUGH = 5;

    private static final int LOW_STARS = 2;

    private final FeedbackMapper feedback;
    private final DoorVisits visits;
    private final CallBacks callBacks;
    private final Leading leading;
    private final Clock clock;

    Feedback(FeedbackMapper feedback, DoorVisits visits, CallBacks callBacks, Leading leading, Clock clock) {
        this.feedback = feedback;
        this.visits = visits;
        this.callBacks = callBacks;
        this.leading = leading;
        this.clock = clock;
    }

    /** Part of the transaction of the rating. */
    void keep(RatedVisit visit, Instant at) {
        Integer stars = visit.stars();
        Boolean helped = visit.helped();
        if (stars == null || helped == null) {
            return;
        }
        feedback.open(visit.id().value(), visit.member().value(), visit.grid().value());
        feedback.rate(visit.id().value(), stars, helped, at);
        if (stars <= LOW_STARS || !helped) {
            callBacks.ask(visit, at);
        }
    }

    /**
     * What came of the visit, once, whenever that is known.
     *
     * @throws VisitNotFound 404 if it is somebody else's
     * @throws OutcomeNotRatable 409 before the visit took place, or twice
     */
    @Transactional
    void rateOutcome(Caller caller, VisitId id, Solved solved) {
        RatedVisit visit = visits.ratedVisit(id)
                .filter(found -> found.resident().value() == caller.residentId())
                .orElseThrow(VisitNotFound::new);
        if (visit.status() != VisitStatus.COMPLETED) {
            throw OutcomeNotRatable.notYet();
        }
        Instant now = clock.instant();
        feedback.open(id.value(), visit.member().value(), visit.grid().value());
        if (feedback.rateOutcome(id.value(), solved, now) != 1) {
            throw OutcomeNotRatable.twice();
        }
        if (solved == Solved.NO) {
            callBacks.ask(visit, now);
        }
    }

    /**
     * A member's ratings in sum.
     *
     * @param ratings how many there are; the means are of the first five, ten, fifteen … of them
     * @param stars   mean, 1 to 5; null until there are five
     * @param helped  share of visits that helped, 0 to 1; null until there are five
     * @param solved  share of what came of it that was solved, 0 to 1; null until there are five of those
     */
    record Sum(
            int ratings,
            @Nullable Double stars,
            @Nullable Double helped,
            int outcomes,
            @Nullable Double solved,
            String words) {}

    /** The caller's own. */
    @Transactional
    Sum ownSum(Caller caller) {
        long member = caller.requireStaffId();
        FeedbackMapper.Counts counts = feedback.countsOf(member);
        int ratings = wholeLots(counts.ratings());
        int outcomes = wholeLots(counts.outcomes());
        boolean shown = ratings > 0;
        FeedbackMapper.Means means = feedback.meansOf(member, ratings);
        return new Sum(
                counts.ratings(),
                shown ? rounded(means.stars()) : null,
                shown ? rounded(means.helped()) : null,
                counts.outcomes(),
                outcomes > 0 ? rounded(feedback.solvedOf(member, outcomes)) : null,
                shown ? "评价按汇总显示，不显示由谁给出。" : "评价满" + ENOUGH + "条后按汇总显示，每" + ENOUGH + "条更新一次。");
    }

    private static int wholeLots(int count) {
        return count - count % ENOUGH;
    }

    private static Double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** One rating, for those who lead. */
    record Line(
            VisitId visitId,
            String number,
            @Nullable Integer stars,
            @Nullable Boolean helped,
            @Nullable String comment,
            @Nullable Solved solved,
            @Nullable Instant ratedAt) {}

    /** Each rating of a member's visits where the caller leads, newest visits first; nobody sees their own one by one. */
    @Transactional
    Page<Line> linesOf(Caller caller, StaffId member, PageRequest page) {
        Cursor after = page.from(Cursor.NEWEST);
        List<FeedbackMapper.LineRow> rows = feedback.linesOf(member.value(), after.id(), page.fetch());
        Page<FeedbackMapper.LineRow> shown =
                Page.of(rows, page.size(), row -> new Cursor(Cursor.OLDEST.at(), row.visitId()), row -> row);
        return new Page<>(
                shown.items().stream()
                        .filter(row -> member.value() != caller.requireStaffId())
                        .filter(row -> leading.leads(caller, new GridId(row.gridId())))
                        .flatMap(row ->
                                visits.ratedVisit(new VisitId(row.visitId())).map(visit -> line(row, visit)).stream())
                        .toList(),
                shown.next());
    }

    private static Line line(FeedbackMapper.LineRow row, RatedVisit visit) {
        return new Line(
                visit.id(), visit.number(), row.stars(), row.helped(), visit.comment(), row.solved(), row.ratedAt());
    }
}
