package cn.gridbell.request.published;

import cn.gridbell.photo.PhotoView;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.request.Closure;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestSource;
import cn.gridbell.request.RequestStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as the public sees it.
 *
 * @param number       as told to people
 * @param categoryName in Chinese
 * @param description  null until it passed its check
 * @param place        WGS-84; null if the reporter gave none
 * @param address      as another platform gave it, after its check; else null: a resident's address is nobody's business
 * @param territory    the grid it lies in, with what stands above it
 * @param closure      null until answered
 * @param updatedAt    of the last change; once closed, when it was closed
 * @param photos       those that passed their check
 */
public record PublishedRequest(
        RequestId id,
        String number,
        String category,
        String categoryName,
        @Nullable String description,
        @Nullable GeoPoint place,
        @Nullable String address,
        Territory territory,
        RequestStatus status,
        @Nullable Closure closure,
        RequestSource source,
        Instant submittedAt,
        Instant updatedAt,
        Instant dueAt,
        List<PhotoView> photos) {

    /** Whether somebody still works on it. */
    public boolean isOpen() {
        return status == RequestStatus.SUBMITTED
                || status == RequestStatus.ASSIGNED
                || status == RequestStatus.HANDLING;
    }

    /**
     * Where it lies.
     *
     * @param code  of the grid
     * @param words grid, community, street in Chinese, the smallest first
     * @param community in Chinese
     */
    public record Territory(String code, String words, String community) {}
}
