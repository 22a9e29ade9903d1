package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.photo.Photos;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.ChatPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts that begin in the chat: what is sent within half an hour belongs to one. A draft is used once, by the request it becomes; else nothing of
 * it is kept after seven days.
 */
@Component
@Transactional
class ChatDrafts {

    static final int MOST_PICTURES = 9;
    private static final Duration GROWS = Duration.ofMinutes(30);
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MOST_FORGOTTEN = 500;
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final String WAITING = "WAITING";
    private static final String REFUSED = "REFUSED";

    private final ChatDraftMapper drafts;
    private final Photos photos;
    private final Clock clock;

    ChatDrafts(ChatDraftMapper drafts, Photos photos, Clock clock) {
        this.drafts = drafts;
        this.photos = photos;
        this.clock = clock;
    }

    // ---- begun in the chat

    void pictureCame(ResidentId resident, long inboundId) {
        Instant now = clock.instant();
        long draft = growing(resident, now);
        if (drafts.countPictures(draft) >= MOST_PICTURES) {
            drafts.insertPicture(inboundId, draft, REFUSED, "一份草稿最多9张图片，多出的没有保存。", null);
        } else {
            drafts.insertPicture(inboundId, draft, WAITING, null, now);
        }
    }

    void placeCame(ResidentId resident, ChatPlace place) {
        GeoPoint point = place.point();
        drafts.place(growing(resident, clock.instant()), point.latitude(), point.longitude(), place.label());
    }

    /** The draft that grows, or a new one. Two letters at once make one draft: the unique key decides, and whoever loses looks again. */
    private long growing(ResidentId resident, Instant now) {
        Instant since = now.minus(GROWS);
        ChatDraftRow row = drafts.growing(resident.value(), since, now);
        if (row == null) {
            drafts.rest(resident.value(), since, now);
            try {
                drafts.insert(resident.value(), now, now.plus(LIFE));
                return drafts.lastId();
            } catch (DuplicateKeyException begunMeanwhile) {
                row = Objects.requireNonNull(drafts.growing(resident.value(), since, now));
            }
        }
        drafts.touch(row.id(), now);
        return row.id();
    }

    // ---- pictures are fetched later

    /** The picture that has waited longest, ours for a minute. */
    Optional<DraftPictureRow> claimDue() {
        Instant now = clock.instant();
        return Optional.ofNullable(drafts.lockDue(now))
                .filter(row -> drafts.claim(row.inboundId(), row.claim(), now.plus(LEASE)) == 1)
                .map(DraftPictureRow::claimed);
    }

    Optional<ResidentId> ownerOf(DraftPictureRow picture) {
        return Optional.ofNullable(drafts.find(picture.draftId())).map(row -> new ResidentId(row.residentId()));
    }

    /** Also when the draft became a request meanwhile: the picture follows it. Of a draft that is over nothing is kept. */
    void kept(DraftPictureRow picture, PhotoId photo) {
        ChatDraftRow draft = drafts.lock(picture.draftId());
        if (draft == null || drafts.kept(picture.inboundId(), picture.claim(), photo.value()) == 0) {
            return;
        }
        ResidentId owner = new ResidentId(draft.residentId());
        if (draft.isOpen(clock.instant())) {
            photos.hold(owner, photo, draft.draftId().subject());
        } else if (draft.requestId() != null) {
            photos.hold(owner, photo, draft.draftId().subject());
            photos.move(draft.draftId().subject(), RequestTimeline.subject(new RequestId(draft.requestId())));
        }
    }

    void refused(DraftPictureRow picture, String words) {
        drafts.refuse(picture.inboundId(), picture.claim(), words);
    }

    void later(DraftPictureRow picture, Duration wait) {
        drafts.later(picture.inboundId(), picture.claim(), clock.instant().plus(wait));
    }

    // ---- finished in the mini-program

    /** Newest first, at most twenty. */
    List<ChatDraft> of(ResidentId resident) {
        return drafts.openOf(resident.value(), clock.instant()).stream()
                .map(this::view)
                .toList();
    }

    /** @throws DraftNotFound 404 @throws DraftAlreadyClosed 409 */
    void withdraw(ResidentId resident, DraftId id) {
        ChatDraftRow row = requireOwn(resident, id);
        if (!row.isOpen(clock.instant()) || !close(id, "WITHDRAWN")) {
            throw new DraftAlreadyClosed();
        }
    }

    /**
     * The draft becomes a request; once.
     *
     * @return as it stood
     * @throws DraftNotFound 404 @throws DraftAlreadyClosed 409
     */
    ChatDraftRow use(ResidentId resident, DraftId id) {
        ChatDraftRow row = requireOwn(resident, id);
        if (drafts.use(id.value(), resident.value(), clock.instant()) == 0) {
            throw new DraftAlreadyClosed();
        }
        return row;
    }

    /** How many pictures a draft brings along, those that are still fetched included. */
    int picturesOf(DraftId id) {
        return drafts.countPictures(id.value());
    }

    /** Its pictures belong to the request from now on. */
    void became(DraftId id, RequestId request) {
        drafts.became(id.value(), request.value());
        photos.move(id.subject(), RequestTimeline.subject(request));
    }

    // ---- not finished

    /** Ends what is over; unused pictures are swept by the room photo. */
    void sweep() {
        Instant now = clock.instant();
        drafts.over(now).forEach(id -> close(new DraftId(id), "EXPIRED"));
        drafts.forget(now.minus(REMEMBERED), MOST_FORGOTTEN);
    }

    private boolean close(DraftId id, String status) {
        if (drafts.close(id.value(), status) == 0) {
            return false;
        }
        drafts.dropWaiting(id.value());
        photos.letGo(id.subject());
        return true;
    }

    private ChatDraftRow requireOwn(ResidentId resident, DraftId id) {
        ChatDraftRow row = drafts.find(id.value());
        if (row == null || row.residentId() != resident.value()) {
            throw new DraftNotFound();
        }
        return row;
    }

    private ChatDraft view(ChatDraftRow row) {
        List<DraftPictureRow> pictures = drafts.picturesOf(row.id());
        GeoPoint place = row.place();
        return new ChatDraft(
                row.draftId(),
                row.createdAt(),
                row.expiresAt(),
                place == null ? null : Location.of(place),
                row.address(),
                photos.of(row.draftId().subject()),
                (int) pictures.stream()
                        .filter(picture -> picture.status().equals(WAITING))
                        .count(),
                pictures.stream()
                        .map(DraftPictureRow::refusal)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
