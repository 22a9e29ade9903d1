package cn.gridbell.open311;

import cn.gridbell.request.published.PublishedQuery;
import cn.gridbell.request.published.PublishedQuery.Span;
import cn.gridbell.request.published.PublishedRequests;
import cn.gridbell.request.published.PublishedService;
import cn.gridbell.request.published.PublishedUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What GeoReport v2 lets anybody read, before it is written down. */
@Component
class GeoReportReading {

    /** How far back updates go when nobody says how far. */
    private static final Duration USUAL_UPDATES = Duration.ofHours(24);

    private final PublishedRequests requests;
    private final ReportMapper reports;
    private final GeoReportBodies bodies;
    private final Open311Properties settings;
    private final Clock clock;

    GeoReportReading(
            PublishedRequests requests,
            ReportMapper reports,
            GeoReportBodies bodies,
            Open311Properties settings,
            Clock clock) {
        this.requests = requests;
        this.reports = reports;
        this.bodies = bodies;
        this.settings = settings;
        this.clock = clock;
    }

    /** This house serves one jurisdiction: who names none means it. @throws GeoReportRefusal 404 for another one */
    void requireJurisdiction(Parameters sent) {
        if (sent.text("jurisdiction_id")
                .filter(id -> !id.equals(settings.jurisdiction()))
                .isPresent()) {
            throw GeoReportRefusal.notFound("jurisdiction_id was not found. 没有这个 jurisdiction_id。");
        }
    }

    Body discovery() {
        return bodies.discovery();
    }

    Body services() {
        return bodies.services(requests.services());
    }

    /** @throws GeoReportRefusal 404 */
    PublishedService requireService(String code) {
        return requests.service(code)
                .orElseThrow(() -> GeoReportRefusal.notFound("service_code was not found. 没有这个 service_code。"));
    }

    Body definition(String code) {
        return bodies.definition(requireService(code));
    }

    Body list(Parameters sent) {
        PublishedQuery query = AskedRequests.of(sent, clock.instant());
        return bodies.requests(requests.list(query), sent.isTrue("extensions"));
    }

    /** @throws GeoReportRefusal 404, for a private one too */
    Body one(String number, Parameters sent) {
        return bodies.requests(
                List.of(requests.find(number)
                        .orElseThrow(() -> GeoReportRefusal.notFound(
                                "service_request_id was not found. 没有这个 service_request_id。"))),
                sent.isTrue("extensions"));
    }

    /** @throws GeoReportRefusal 404 */
    Body token(String token) {
        ReportRow report = token.matches("[0-9a-f]{32}") ? reports.findByToken(token) : null;
        if (report == null) {
            throw GeoReportRefusal.notFound("token was not found. 没有这个 token。");
        }
        return bodies.token(token, report.requestNumber());
    }

    /** @param reader sees the answers to what it reported; null: somebody without a key */
    Body updates(Parameters sent, @Nullable Open311ClientRow reader) {
        Instant now = clock.instant();
        Span span = AskedRequests.span(sent, "start_date", "end_date", now)
                .orElseGet(() -> new Span(now.minus(USUAL_UPDATES), now));
        List<PublishedUpdate> updates = requests.updates(span.from(), span.until(), PublishedQuery.MOST);
        Set<Long> ids = updates.stream().map(update -> update.request().value()).collect(Collectors.toSet());
        return bodies.updates(
                updates, reader == null || ids.isEmpty() ? Set.of() : reports.reportedBy(reader.id(), ids));
    }
}
