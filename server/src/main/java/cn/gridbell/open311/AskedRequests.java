package cn.gridbell.open311;

import cn.gridbell.request.published.PublishedQuery;
import cn.gridbell.request.published.PublishedQuery.Around;
import cn.gridbell.request.published.PublishedQuery.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which requests a client asks for. */
final class AskedRequests {

    static final Duration LONGEST = Duration.ofDays(90);

    private static final int MOST_BEFORE = 100_000;
    private static final double MOST_METRES = 20_000;
    private static final double USUAL_METRES = 500;

    private AskedRequests() {}

    /** @throws GeoReportRefusal 400 */
    static PublishedQuery of(Parameters sent, Instant now) {
        List<String> numbers = sent.list("service_request_id");
        if (numbers.size() > PublishedQuery.MOST) {
            throw GeoReportRefusal.invalid("At most 1000 service_request_id at once. 一次最多查询1000个编号。");
        }
        Optional<Span> updated = span(sent, "updated_after", "updated_before", now);
        Optional<Span> submitted = span(sent, "start_date", "end_date", now);
        if (updated.isEmpty() && submitted.isEmpty()) {
            submitted = Optional.of(new Span(now.minus(LONGEST), now));
        }
        int size = sent.number("page_size", 1, Integer.MAX_VALUE)
                .map(given -> (int) Math.min(given, PublishedQuery.MOST))
                .orElse(PublishedQuery.MOST);
        long offset = sent.number("page", 1, Integer.MAX_VALUE)
                .map(page -> (page.longValue() - 1) * size)
                .orElse(0L);
        if (offset > MOST_BEFORE) {
            throw GeoReportRefusal.invalid("Too many pages, narrow start_date and end_date. 页数太多，请缩小时间范围。");
        }
        return new PublishedQuery(
                numbers,
                sent.list("service_code"),
                open(sent.list("status")),
                submitted.orElse(null),
                updated.orElse(null),
                around(sent),
                (int) offset,
                size);
    }

    /**
     * A span of at most 90 days; one end alone stands for 90 days from it.
     *
     * @return empty if neither end was sent
     * @throws GeoReportRefusal 400
     */
    static Optional<Span> span(Parameters sent, String fromName, String untilName, Instant now) {
        Optional<Instant> from = sent.instant(fromName);
        Optional<Instant> until = sent.instant(untilName);
        if (from.isEmpty() && until.isEmpty()) {
            return Optional.empty();
        }
        Instant start = from.orElseGet(() -> until.orElse(now).minus(LONGEST));
        Instant end = until.orElseGet(() -> start.plus(LONGEST));
        if (start.isAfter(end)) {
            throw GeoReportRefusal.invalid(
                    fromName + " is after " + untilName + ". " + fromName + " 不能晚于 " + untilName + "。");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw GeoReportRefusal.invalid("The range may not span more than 90 days. 时间范围不能超过90天。");
        }
        return Optional.of(new Span(start, end));
    }

    private static @Nullable Boolean open(List<String> statuses) {
        if (!List.of("open", "closed").containsAll(statuses)) {
            throw GeoReportRefusal.invalid("status is open or closed. status 只能为 open 或 closed。");
        }
        return statuses.size() == 1 ? (Boolean) statuses.get(0).equals("open") : null;
    }

    private static @Nullable Around around(Parameters sent) {
        return sent.place()
                .map(centre ->
                        new Around(centre, sent.number("radius", 1, MOST_METRES).orElse(USUAL_METRES)))
                .orElse(null);
    }
}
