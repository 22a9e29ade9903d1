package cn.gridbell.open311;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** GeoReport v2, what needs no key; the extension says the format. */
@RestController
@GeoReportDoor
@RequestMapping("/open311")
class GeoReportController {

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    private static final CacheControl ONE_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final GeoReportReading reading;
    private final Doorkeeper door;

    GeoReportController(GeoReportReading reading, Doorkeeper door) {
        this.reading = reading;
        this.door = door;
    }

    @GetMapping({"/discovery.{format}", "/v2/discovery.{format}"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> discovery(HttpServletRequest request, @PathVariable String format) {
        GeoReportFormat known = GeoReportFormat.ofExtension(format);
        read(request);
        return answer(reading.discovery(), known, FIVE_MINUTES);
    }

    @GetMapping({"/v2/services.{format}", "/v2/services"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> services(
            HttpServletRequest request, @PathVariable(required = false) @Nullable String format) {
        GeoReportFormat known = known(format);
        reading.requireJurisdiction(read(request));
        return answer(reading.services(), known, FIVE_MINUTES);
    }

    @GetMapping({"/v2/services/{code}.{format}", "/v2/services/{code:[^.]+}"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> definition(
            HttpServletRequest request,
            @PathVariable String code,
            @PathVariable(required = false) @Nullable String format) {
        GeoReportFormat known = known(format);
        reading.requireJurisdiction(read(request));
        return answer(reading.definition(code), known, FIVE_MINUTES);
    }

    @GetMapping({"/v2/requests.{format}", "/v2/requests"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> requests(
            HttpServletRequest request, @PathVariable(required = false) @Nullable String format) {
        GeoReportFormat known = known(format);
        Parameters sent = read(request);
        reading.requireJurisdiction(sent);
        return answer(reading.list(sent), known, ONE_MINUTE);
    }

    @GetMapping({"/v2/requests/{number}.{format}", "/v2/requests/{number:[^.]+}"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> request(
            HttpServletRequest request,
            @PathVariable String number,
            @PathVariable(required = false) @Nullable String format) {
        GeoReportFormat known = known(format);
        Parameters sent = read(request);
        reading.requireJurisdiction(sent);
        return answer(reading.one(number, sent), known, ONE_MINUTE);
    }

    @GetMapping({"/v2/tokens/{token}.{format}", "/v2/tokens/{token:[^.]+}"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> token(
            HttpServletRequest request,
            @PathVariable String token,
            @PathVariable(required = false) @Nullable String format) {
        GeoReportFormat known = known(format);
        reading.requireJurisdiction(read(request));
        return answer(reading.token(token), known, CacheControl.noStore());
    }

    /** With the key of a client, the answers to what it reported come in words. */
    @GetMapping({"/v2/servicerequestupdates.{format}", "/v2/servicerequestupdates"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> updates(
            HttpServletRequest request, @PathVariable(required = false) @Nullable String format) {
        GeoReportFormat known = known(format);
        Parameters sent = Parameters.of(request);
        Open311ClientRow reader = door.reader(request, sent);
        reading.requireJurisdiction(sent);
        return answer(reading.updates(sent, reader), known, reader == null ? ONE_MINUTE : CacheControl.noStore());
    }

    /** What is no address of the specification is refused in its words. */
    @Hidden
    @RequestMapping("/**")
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> elsewhere() {
        throw GeoReportRefusal.notFound("The URL request is invalid. 没有这个地址，请检查。");
    }

    private Parameters read(HttpServletRequest request) {
        Parameters sent = Parameters.of(request);
        door.reader(request, sent);
        return sent;
    }

    private static GeoReportFormat known(@Nullable String format) {
        return format == null ? GeoReportFormat.XML : GeoReportFormat.ofExtension(format);
    }

    private static ResponseEntity<byte[]> answer(Body body, GeoReportFormat format, CacheControl kept) {
        return ResponseEntity.ok()
                .contentType(format.type())
                .cacheControl(kept)
                .body(GeoReportWriter.write(body, format));
    }
}
