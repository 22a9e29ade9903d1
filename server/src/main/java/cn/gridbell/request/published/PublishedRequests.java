package cn.gridbell.request.published;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.photo.PhotoView;
import cn.gridbell.photo.Photos;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.masking.PersonalWords;
import cn.gridbell.request.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests as the public sees them, many at once. Says the same of each as {@link cn.gridbell.request.Requests#publicContentOf}: nothing of a
 * request that is private by its category, withdrawn or turned away; words and pictures only after they passed.
 */
@Service
public class PublishedRequests {

    private final PublishedMapper rows;
    private final PublishedServices services;
    private final Photos photos;
    private final Grids grids;

    PublishedRequests(PublishedMapper rows, PublishedServices services, Photos photos, Grids grids) {
        this.rows = rows;
        this.services = services;
        this.photos = photos;
        this.grids = grids;
    }

    /** What can be reported, in the order of the screen. */
    public List<PublishedService> services() {
        return services.all();
    }

    public Optional<PublishedService> service(String code) {
        return services.all().stream()
                .filter(service -> service.code().equals(code))
                .findFirst();
    }

    /** @param number as told to people */
    @Transactional(readOnly = true)
    public Optional<PublishedRequest> find(String number) {
        return byNumber(List.of(number)).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public List<PublishedRequest> list(PublishedQuery query) {
        List<String> wanted = query.categories().isEmpty()
                ? services.codes()
                : services.codes().stream().filter(query.categories()::contains).toList();
        if (!query.numbers().isEmpty()) {
            return byNumber(query.numbers());
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (query.submitted() == null) {
            return view(rows.byUpdate(wanted, query));
        }
        return view(
                Boolean.TRUE.equals(query.open())
                        ? rows.openBySubmission(wanted, query)
                        : rows.bySubmission(wanted, query));
    }

    /** The column is ASCII: the database refuses to compare anything else with it. */
    private List<PublishedRequest> byNumber(List<String> numbers) {
        List<String> possible =
                numbers.stream().filter(number -> number.matches("[!-~]{1,24}")).toList();
        return possible.isEmpty() ? List.of() : view(rows.byNumber(services.codes(), possible));
    }

    /**
     * What happened in a span of time, oldest first.
     *
     * @param most 1 to 1,000
     */
    @Transactional(readOnly = true)
    public List<PublishedUpdate> updates(Instant from, Instant until, int most) {
        return rows.updates(services.codes(), from, until, most).stream()
                .map(PublishedRequests::view)
                .toList();
    }

    /** The public learns the matter, not whose phone, plate or door it names. */
    private static @Nullable String masked(@Nullable String words) {
        return words == null ? null : PersonalWords.hidden(words);
    }

    private static PublishedUpdate view(PublishedMapper.Entry entry) {
        boolean answer = entry.kind() == PublishedUpdate.Kind.ANSWERED;
        return new PublishedUpdate(
                entry.id(),
                new RequestId(entry.requestId()),
                entry.number(),
                entry.kind(),
                entry.happenedAt(),
                answer && entry.latest() ? entry.closure() : null,
                answer ? masked(entry.words()) : null);
    }

    private List<PublishedRequest> view(List<PublishedRow> found) {
        Map<String, String> names =
                services.all().stream().collect(Collectors.toMap(PublishedService::code, PublishedService::name));
        Map<String, List<PhotoView>> pictures =
                photos.ofEach(found.stream().map(row -> "request:" + row.id()).toList());
        return found.stream()
                .map(row -> new PublishedRequest(
                        new RequestId(row.id()),
                        row.number(),
                        row.category(),
                        names.getOrDefault(row.category(), row.category()),
                        masked(row.description()),
                        place(row),
                        masked(row.address()),
                        territory(new GridId(row.gridId())),
                        row.status(),
                        row.closure(),
                        row.source(),
                        row.submittedAt(),
                        row.updatedAt(),
                        row.dueAt(),
                        pictures.getOrDefault("request:" + row.id(), List.of()).stream()
                                .filter(PhotoView::isPublic)
                                .toList()))
                .toList();
    }

    private PublishedRequest.Territory territory(GridId grid) {
        List<GridView> path = grids.pathOf(grid);
        String community = path.stream()
                .filter(above -> above.level() == GridLevel.COMMUNITY)
                .map(GridView::name)
                .findFirst()
                .orElse(path.get(path.size() - 1).name());
        return new PublishedRequest.Territory(
                path.get(0).code(), path.stream().map(GridView::name).collect(Collectors.joining("，")), community);
    }

    private static @org.jspecify.annotations.Nullable GeoPoint place(PublishedRow row) {
        Double latitude = row.latitude();
        Double longitude = row.longitude();
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }
}
