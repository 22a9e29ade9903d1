package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.photo.PhotoId;
import cn.gridbell.photo.Photos;
import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.wechat.ContentState;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What WeChat could not judge is judged by the staff of the territory. What WeChat calls risky is not laid before them: it stays hidden. */
@Component
@Transactional
class ContentReviews {

    private final RequestCheckMapper checks;
    private final Photos photos;
    private final StaffMembers staff;
    private final Clock clock;

    ContentReviews(RequestCheckMapper checks, Photos photos, StaffMembers staff, Clock clock) {
        this.checks = checks;
        this.photos = photos;
        this.staff = staff;
        this.clock = clock;
    }

    /** Of the caller's territories, the longest wait first. */
    Page<ContentReview> waiting(Caller caller, PageRequest page) {
        Cursor after = page.from(Cursor.OLDEST);
        List<Long> grids = territoriesOf(caller);
        List<ContentReviewRow> rows = grids != null && grids.isEmpty()
                ? List.of()
                : checks.reviews(grids, after.at(), after.id(), page.fetch());
        return Page.of(rows, page.size(), row -> new Cursor(row.settledAt(), row.id()), this::view);
    }

    /**
     * Says whether it may be shown, once.
     *
     * @throws ContentReviewNotFound 404 if it lies in a territory of others
     * @throws ContentReviewDecided 409
     */
    void decide(Caller caller, ContentReviewId id, boolean publish, String reason) {
        ContentReviewRow row = checks.review(id.value());
        if (row == null || !covers(caller, new GridId(row.gridId()))) {
            throw new ContentReviewNotFound();
        }
        ContentState state = publish ? ContentState.PASSED : ContentState.HIDDEN;
        if (checks.decide(row.id(), state, caller.requireStaffId(), reason, clock.instant()) == 0
                || (row.photoId() > 0 && !photos.decide(new PhotoId(row.photoId()), publish))) {
            throw new ContentReviewDecided();
        }
    }

    /** Null: everywhere. */
    private @Nullable List<Long> territoriesOf(Caller caller) {
        return caller.roles().contains(Role.ADMIN)
                ? null
                : staff.require(new StaffId(caller.requireStaffId())).grids().stream()
                        .map(GridId::value)
                        .toList();
    }

    private boolean covers(Caller caller, GridId grid) {
        return caller.roles().contains(Role.ADMIN) || staff.serves(new StaffId(caller.requireStaffId()), grid);
    }

    private ContentReview view(ContentReviewRow row) {
        boolean picture = row.photoId() > 0;
        return new ContentReview(
                Long.toString(row.id()),
                new RequestId(row.requestId()),
                row.number(),
                picture ? "图片" : row.entryId() == 0 ? "诉求描述" : "补充与评价",
                row.words(),
                picture ? photos.find(new PhotoId(row.photoId())).orElse(null) : null,
                row.cause() == null ? "" : row.cause().words(),
                row.settledAt());
    }
}
