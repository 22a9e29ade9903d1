package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.photo.PhotoView;
import cn.gridbell.photo.Photos;
import cn.gridbell.platform.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a request, and the pictures that belong to the request and to each entry. */
@Component
class RequestTimeline {

    private static final int MOST_COMMENTS = 100;

    private final RequestEntryMapper entries;
    private final Photos photos;

    RequestTimeline(RequestEntryMapper entries, Photos photos) {
        this.entries = entries;
        this.photos = photos;
    }

    void write(RequestId request, EntryKind kind, Actor actor, String words, Instant at) {
        entries.insert(request.value(), kind, actor, words, at);
    }

    /** An entry with pictures of the caller's. @throws cn.gridbell.photo.PhotoRefused 400 */
    void write(RequestId request, EntryKind kind, Actor actor, String words, Instant at, Pictures pictures) {
        write(request, kind, actor, words, at);
        if (!pictures.ids().isEmpty()) {
            photos.attach(pictures.caller(), pictures.ids(), entrySubject(entries.lastId()));
        }
    }

    /** Ties pictures to the request itself. @throws cn.gridbell.photo.PhotoRefused 400 */
    void attach(RequestId request, Pictures pictures) {
        if (!pictures.ids().isEmpty()) {
            photos.attach(pictures.caller(), pictures.ids(), subject(request));
        }
    }

    /** Pictures somebody sent along. */
    record Pictures(Caller caller, List<PhotoId> ids) {

        static Pictures of(Caller caller, @Nullable List<PhotoId> ids) {
            return new Pictures(caller, ids == null ? List.of() : ids);
        }
    }

    /** @throws RequestTooTalkative 409 */
    void requireRoomForComment(RequestId request) {
        if (entries.count(request.value(), EntryKind.COMMENTED) >= MOST_COMMENTS) {
            throw new RequestTooTalkative();
        }
    }

    /** Oldest first, at most 500. */
    List<RequestEntry> of(RequestId request) {
        return entries.of(request.value());
    }

    /** The pictures of the request and of its entries, by subject. */
    Map<String, List<PhotoView>> picturesOf(RequestId request, List<RequestEntry> timeline) {
        Stream<String> ofEntries = timeline.stream()
                .filter(entry -> entry.kind() == EntryKind.ANSWERED || entry.kind() == EntryKind.COMMENTED)
                .map(entry -> entrySubject(entry.id()));
        return photos.ofEach(
                Stream.concat(Stream.of(subject(request)), ofEntries).toList());
    }

    static String subject(RequestId request) {
        return "request:" + request;
    }

    static String entrySubject(long entry) {
        return "request-entry:" + entry;
    }
}
