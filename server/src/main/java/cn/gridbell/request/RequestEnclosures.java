package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.RequestTimeline.Pictures;
import cn.gridbell.resident.ResidentId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a submission brings along: pictures, and a draft begun in the chat. */
@Component
class RequestEnclosures {

    private static final int MOST_PICTURES = 9;

    private final RequestTimeline timeline;
    private final ChatDrafts drafts;

    RequestEnclosures(RequestTimeline timeline, ChatDrafts drafts) {
        this.timeline = timeline;
        this.drafts = drafts;
    }

    /** What was begun in the chat. */
    record Begun(
            @Nullable DraftId draft,
            @Nullable GeoPoint place,
            @Nullable String address) {

        static final Begun NOTHING = new Begun(null, null, null);
    }

    /**
     * Takes the draft, if one is named; nobody else can any more.
     *
     * @throws DraftNotFound 404
     * @throws DraftAlreadyClosed 409
     * @throws InvalidInput 400 if it would be more than nine pictures
     */
    Begun take(ResidentId resident, @Nullable DraftId draft, @Nullable List<PhotoId> photos) {
        if (draft == null) {
            return Begun.NOTHING;
        }
        ChatDraftRow row = drafts.use(resident, draft);
        if (drafts.picturesOf(draft) + (photos == null ? 0 : photos.size()) > MOST_PICTURES) {
            throw InvalidInput.of("photoIds", "连同草稿中的图片，最多9张，请删去几张。");
        }
        return new Begun(draft, row.place(), row.address());
    }

    /** @throws cn.gridbell.photo.PhotoRefused 400 */
    void attach(RequestId request, Caller caller, @Nullable List<PhotoId> photos, Begun begun) {
        timeline.attach(request, Pictures.of(caller, photos));
        if (begun.draft() != null) {
            drafts.became(begun.draft(), request);
        }
    }
}
