package cn.gridbell.visit.calendar;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final CalendarFeeds feeds;

    CalendarController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /** Spring answers 304 by the tag or the time of the last change. */
    @GetMapping("/calendar/{token}.ics")
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        CalendarFeeds.Feed feed = feeds.read(token);
        byte[] octets = feed.text().getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .eTag("\"" + DigestUtils.md5DigestAsHex(octets) + "\"")
                .lastModified(feed.changedAt())
                .body(octets);
    }
}
