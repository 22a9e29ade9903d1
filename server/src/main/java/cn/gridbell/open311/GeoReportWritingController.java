package cn.gridbell.open311;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.request.published.PublishedService;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** GeoReport v2, what needs a key: it is proven in the handler, before anything else is looked at. */
@RestController
@GeoReportDoor
@RequestMapping("/open311/v2")
class GeoReportWritingController {

    private final Doorkeeper door;
    private final GeoReportReading reading;
    private final GeoReportBodies bodies;
    private final Reports reports;
    private final Updates updates;

    GeoReportWritingController(
            Doorkeeper door, GeoReportReading reading, GeoReportBodies bodies, Reports reports, Updates updates) {
        this.door = door;
        this.reading = reading;
        this.bodies = bodies;
        this.reports = reports;
        this.updates = updates;
    }

    /** A form, or the same as multipart. */
    @PostMapping({"/requests.{format}", "/requests"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> report(
            HttpServletRequest request,
            @PathVariable(required = false) @Nullable String format,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        GeoReportFormat known = known(format);
        Parameters sent = Parameters.of(request);
        Open311ClientRow client = door.writer(request, sent);
        reading.requireJurisdiction(sent);
        String code = sent.text("service_code")
                .orElseThrow(() -> GeoReportRefusal.invalid("service_code was not provided. 缺少 service_code。"));
        PublishedService service = reading.requireService(code);
        if (!client.mayReport(code)) {
            throw GeoReportRefusal.noKey();
        }
        ReportAnswer answer = reports.submit(
                client, IdempotencyKey.optional(key), PostedReport.of(service, sent), SentPictures.of(request));
        return answer(bodies.reported(answer), known);
    }

    @PostMapping({"/servicerequestupdates.{format}", "/servicerequestupdates"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> update(HttpServletRequest request, @PathVariable(required = false) @Nullable String format) {
        GeoReportFormat known = known(format);
        Parameters sent = Parameters.of(request);
        Open311ClientRow client = door.writer(request, sent);
        reading.requireJurisdiction(sent);
        SentPictures.refuseAny(request);
        return answer(bodies.updated(updates.hear(client, PostedUpdate.of(sent))), known);
    }

    private static GeoReportFormat known(@Nullable String format) {
        return format == null ? GeoReportFormat.XML : GeoReportFormat.ofExtension(format);
    }

    private static ResponseEntity<byte[]> answer(Body body, GeoReportFormat format) {
        return ResponseEntity.ok()
                .contentType(format.type())
                .cacheControl(CacheControl.noStore())
                .body(GeoReportWriter.write(body, format));
    }
}
