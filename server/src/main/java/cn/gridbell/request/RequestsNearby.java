package cn.gridbell.request;

import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.request.following.Followers;
import cn.gridbell.request.likeness.Likeness;
import cn.gridbell.request.likeness.NearRequests;
import cn.gridbell.request.likeness.NearRequests.Around;
import cn.gridbell.request.likeness.NearRequests.Near;
import cn.gridbell.resident.ResidentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody is about to report may have been reported: shown as the public sees it, and nothing of a category that is private. */
@Component
class RequestsNearby {

    private static final int MOST = 10;

    private final NearRequests near;
    private final RequestMapper requests;
    private final RequestReading reading;
    private final RequestCategories categories;
    private final Followers followers;

    RequestsNearby(
            NearRequests near,
            RequestMapper requests,
            RequestReading reading,
            RequestCategories categories,
            Followers followers) {
        this.near = near;
        this.requests = requests;
        this.reading = reading;
        this.categories = categories;
        this.followers = followers;
    }

    /**
     * @param words null for none
     * @throws cn.gridbell.platform.InvalidInput 400 for an unknown category
     */
    List<NearbyRequest> find(Caller caller, GeoPoint place, String code, @Nullable String words) {
        RequestCategory category = categories.requireSelectable(code);
        if (category.isPrivate()) {
            return List.of();
        }
        List<Near> found = near.find(new Around(place, category.habits().likeMetres(), category.code()), words, MOST);
        Map<Long, Integer> supporters =
                followers.counts(found.stream().map(Near::id).toList());
        ResidentId resident = new ResidentId(caller.residentId());
        return found.stream()
                .flatMap(one -> shown(one, words, supporters.getOrDefault(one.id(), 0), resident).stream())
                .toList();
    }

    private Optional<NearbyRequest> shown(Near one, @Nullable String words, int supporters, ResidentId resident) {
        RequestId id = new RequestId(one.id());
        Request row = requests.find(one.id());
        return row == null
                ? Optional.empty()
                : reading.publicContentOf(id).map(content -> {
                    String description = content.description();
                    return new NearbyRequest(
                            id,
                            new CategoryName(row.category(), categories.nameOf(row.category())),
                            description,
                            row.status(),
                            row.status().words(),
                            one.metres(),
                            one.submittedAt(),
                            supporters,
                            one.alike(),
                            words == null || description == null ? List.of() : Likeness.shared(words, description),
                            relation(row, resident));
                });
    }

    private @Nullable Relation relation(Request row, ResidentId resident) {
        if (row.isReportedBy(resident)) {
            return Relation.REPORTED;
        }
        return followers.has(row.requestId().value(), resident) ? Relation.SUPPORTED : null;
    }
}
