package dev.gridbell.firstrun.story;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Where the story plays: the server, the sandbox, the street, and who watches. */
record Stage(Http server, Http sandbox, StreetDirectory street, StoryListener listener) {

    private static final DateTimeFormatter SAID =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    static Stage of(URI server, URI sandbox, StreetDirectory street, StoryListener listener) {
        return new Stage(new Http(server, listener), new Http(sandbox, listener), street, listener);
    }

    /** The server's clock, which the first run keeps beside the sandbox. */
    Answer clock() {
        return sandbox.ask(new Http.Order("", "GET", "/story/clock", null, null, null));
    }

    /** Moves the server's clock and the sandbox's: pushes are refused where the two differ by ten minutes. */
    void moveClocks(Duration further) {
        Map<String, Object> offset =
                Map.of("offsetSeconds", clock().at("offsetSeconds").asLong(0) + further.toSeconds());
        sandbox.ask(new Http.Order("", "PUT", "/sandbox/clock", offset, null, null))
                .expect(200);
        sandbox.ask(new Http.Order("", "PUT", "/story/clock", offset, null, null))
                .expect(200);
    }

    /** An instant of an answer as people say it, in Beijing's time. */
    static String said(String instant) {
        return SAID.format(Instant.parse(instant));
    }

    void chapter(String title) {
        listener.chapter(title);
    }

    /** Says that something holds which was just checked. */
    void holds(String what) {
        listener.checked(what);
    }

    /** @throws StoryFailed unless it is true */
    void check(boolean truth, String what) {
        if (!truth) {
            throw new StoryFailed("不成立：" + what);
        }
        listener.checked(what);
    }
}
