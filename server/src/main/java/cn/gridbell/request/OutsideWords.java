package cn.gridbell.request;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Words of people this house does not know. */
@Component
class OutsideWords {

    private final RequestTimeline timeline;
    private final RequestEntryMapper entries;
    private final RequestCheckMapper checks;

    OutsideWords(RequestTimeline timeline, RequestEntryMapper entries, RequestCheckMapper checks) {
        this.timeline = timeline;
        this.entries = entries;
        this.checks = checks;
    }

    /** The description is laid before a person. */
    void describe(RequestId request, Instant now) {
        checks.layWords(request.value(), RequestCheckBook.DESCRIPTION, now);
    }

    void enclose(RequestId request, OutsidePictures pictures) {
        timeline.attach(request, pictures);
    }

    /** For staff; never public. */
    void remark(RequestId request, String words, Instant now) {
        timeline.write(request, EntryKind.COMMENTED, Actor.SYSTEM, words, now);
    }

    void hear(RequestId request, String words, Instant now) {
        timeline.requireRoomForComment(request);
        timeline.write(request, EntryKind.COMMENTED, Actor.SYSTEM, words, now);
        checks.layWords(request.value(), entries.lastId(), now);
    }
}
