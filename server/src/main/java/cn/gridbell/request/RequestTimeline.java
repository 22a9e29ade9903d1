package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.photo.PhotoView;
import cn.gridbell.photo.Photos;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.ContentState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to a request, and the pictures that belong to the request and to each entry. */
@Component
class RequestTimeline {

    private static final int MOST_COMMENTS = 100;
    private static final String REQUEST = "request:";
    private static final String ENTRY = "request-entry:";
    private static final String BEFORE = "request-before:";

    private final RequestEntryMapper entries;
    private final Photos photos;
    private final RequestCheckBook checks;

    RequestTimeline(RequestEntryMapper entries, Photos photos, RequestCheckBook checks) {
        this.entries = entries;
        this.photos = photos;
        this.checks = checks;
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

    /** What came of it, with pictures of how it is now and how it was. @throws cn.gridbell.photo.PhotoRefused 400 */
    void writeAnswer(RequestId request, Actor actor, String words, Instant at, Pictures after, Pictures before) {
        write(request, EntryKind.ANSWERED, actor, words, at);
        long entry = entries.lastId();
        if (!after.ids().isEmpty()) {
            photos.attach(after.caller(), after.ids(), entrySubject(entry));
        }
        if (!before.ids().isEmpty()) {
            photos.attach(before.caller(), before.ids(), beforeSubject(entry));
        }
    }

    /** An entry in a resident's own words: public only after a check. */
    void writeOwnWords(RequestId request, EntryKind kind, ResidentId author, String words, Instant at) {
        ownWords(request, kind, author, words, at);
    }

    /** The same with pictures of the caller's. @throws cn.gridbell.photo.PhotoRefused 400 */
    void writeOwnWords(
            RequestId request, EntryKind kind, ResidentId author, String words, Instant at, Pictures pictures) {
        long entry = ownWords(request, kind, author, words, at);
        if (!pictures.ids().isEmpty()) {
            photos.attach(pictures.caller(), pictures.ids(), entrySubject(entry));
        }
    }

    private long ownWords(RequestId request, EntryKind kind, ResidentId author, String words, Instant at) {
        write(request, kind, Actor.of(author), words, at);
        long entry = entries.lastId();
        checks.await(request, entry, author, at);
        return entry;
    }

    /** The description is a resident's own: public only after a check. */
    void describedBy(RequestId request, ResidentId author, Instant at) {
        checks.await(request, RequestCheckBook.DESCRIPTION, author, at);
    }

    /** How far the words are on their way to the public, by entry ({@link RequestCheckBook#DESCRIPTION} too). */
    Map<Long, ContentState> checksOf(RequestId request) {
        return checks.statesOf(request);
    }

    /** Ties pictures to the request itself. @throws cn.gridbell.photo.PhotoRefused 400 */
    void attach(RequestId request, Pictures pictures) {
        if (!pictures.ids().isEmpty()) {
            photos.attach(pictures.caller(), pictures.ids(), subject(request));
        }
    }

    /** Ties pictures another platform sent to the request itself. @throws cn.gridbell.photo.PhotoRefused 400 */
    void attach(RequestId request, OutsidePictures pictures) {
        if (!pictures.ids().isEmpty()) {
            photos.attachFor(pictures.program(), pictures.ids(), subject(request));
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
                .flatMap(entry -> Stream.of(entrySubject(entry.id()), beforeSubject(entry.id())));
        return photos.ofEach(
                Stream.concat(Stream.of(subject(request)), ofEntries).toList());
    }

    static String subject(RequestId request) {
        return REQUEST + request;
    }

    static String entrySubject(long entry) {
        return ENTRY + entry;
    }

    /** Pictures of how it was before an answer. */
    static String beforeSubject(long entry) {
        return BEFORE + entry;
    }

    /** The request a picture belongs to itself, by its subject. */
    static Optional<Long> requestOf(String subject) {
        return numberAfter(REQUEST, subject);
    }

    /** The entry a picture belongs to, by its subject. */
    static Optional<Long> entryOf(String subject) {
        return numberAfter(ENTRY, subject).or(() -> numberAfter(BEFORE, subject));
    }

    private static Optional<Long> numberAfter(String prefix, String subject) {
        return subject.startsWith(prefix)
                ? Optional.of(Long.valueOf(subject.substring(prefix.length())))
                : Optional.empty();
    }
}
