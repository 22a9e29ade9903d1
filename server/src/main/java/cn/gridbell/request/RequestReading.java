package cn.gridbell.request;

import cn.gridbell.grid.Grids;
import cn.gridbell.photo.PhotoView;
import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.platform.masking.PersonalWords;
import cn.gridbell.request.category.CategoryView;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.wechat.ContentState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How requests are shown: to their reporter, to staff, to messages. */
@Component
class RequestReading {

    private final RequestMapper requests;
    private final RequestParties parties;
    private final RequestTimeline timeline;
    private final RequestCategories categories;
    private final RequestLines lines;
    private final Grids grids;

    RequestReading(
            RequestMapper requests,
            RequestParties parties,
            RequestTimeline timeline,
            RequestCategories categories,
            RequestLines lines,
            Grids grids) {
        this.requests = requests;
        this.parties = parties;
        this.timeline = timeline;
        this.categories = categories;
        this.lines = lines;
        this.grids = grids;
    }

    List<CategoryView> categories() {
        return categories.tree();
    }

    /** Newest first. */
    Page<RequestLine> linesOf(ResidentId resident, PageRequest page) {
        List<Request> rows = requests.ofReporter(resident.value(), page.from(Cursor.NEWEST), page.fetch());
        return Page.of(
                rows,
                page.size(),
                row -> new Cursor(row.submittedAt(), row.requestId().value()),
                lines.each());
    }

    /** @throws RequestNotFound 404 if it is not this resident's */
    RequestDetail detailFor(ResidentId resident, RequestId id) {
        return detail(find(id).filter(row -> row.isReportedBy(resident)).orElseThrow(RequestNotFound::new));
    }

    /** @throws RequestNotFound 404 if this member neither holds it nor serves its grid */
    RequestDetail detailFor(StaffId member, RequestId id) {
        return detail(find(id).filter(row -> parties.sees(member, row)).orElseThrow(RequestNotFound::new));
    }

    boolean isOpenFor(RequestId id, ResidentId resident) {
        return find(id).filter(row -> row.isReportedBy(resident) && row.isOpen())
                .isPresent();
    }

    Optional<RequestNews> newsOf(RequestId id) {
        return find(id).map(this::news);
    }

    /** Soonest due first. */
    List<RequestNews> openOf(ResidentId resident, int most) {
        return requests.openOf(resident.value(), most).stream().map(this::news).toList();
    }

    private RequestNews news(Request row) {
        return new RequestNews(
                row.requestId(),
                row.number(),
                categories.nameOf(row.category()),
                row.status(),
                row.stage().subState(),
                row.colour(),
                row.grid(),
                row.reporter(),
                row.holder(),
                lines.title(row.assignee()),
                row.dueAt(),
                row.closure(),
                RequestReporters.secrecyOf(row, categories));
    }

    /** Empty if nothing of it may ever be shown: it is private by category, was withdrawn or turned away. */
    Optional<PublicContent> publicContentOf(RequestId id) {
        return find(id).filter(row -> row.status() != RequestStatus.WITHDRAWN && row.status() != RequestStatus.REJECTED)
                .filter(row -> categories
                        .find(row.category())
                        .filter(category -> !category.isPrivate())
                        .isPresent())
                .map(this::publicContent);
    }

    private PublicContent publicContent(Request row) {
        RequestId id = row.requestId();
        boolean passed = timeline.checksOf(id).get(RequestCheckBook.DESCRIPTION) == ContentState.PASSED;
        List<PhotoView> photos =
                timeline.picturesOf(id, List.of()).getOrDefault(RequestTimeline.subject(id), List.of());
        return new PublicContent(
                passed ? PersonalWords.hidden(row.description()) : null,
                photos.stream().filter(PhotoView::isPublic).toList());
    }

    RequestReceipt receipt(StoredReceipt stored) {
        return new RequestReceipt(
                stored.id(),
                stored.number(),
                stored.status(),
                stored.status().words(),
                stored.colour(),
                stored.colour().words(),
                lines.holder(Assignee.of(stored.holder())),
                stored.dueAt());
    }

    private Optional<Request> find(RequestId id) {
        return Optional.ofNullable(requests.find(id.value()));
    }

    private RequestDetail detail(Request row) {
        RequestId id = row.requestId();
        List<RequestEntry> entries = timeline.of(id);
        Map<String, List<PhotoView>> pictures = timeline.picturesOf(id, entries);
        Map<Long, ContentState> checks = timeline.checksOf(id);
        GeoPoint place = row.place();
        Closure closure = row.closure();
        return new RequestDetail(
                lines.each().apply(row),
                row.source(),
                row.anonymous(),
                place == null ? null : Location.of(place),
                row.address(),
                grids.require(row.grid()).name(),
                new RequestDetail.Outcome(
                        closure, closure == null ? null : closure.words(), row.result(), row.solved(), row.stars()),
                RequestDetail.Check.of(checks.get(RequestCheckBook.DESCRIPTION)),
                categories.answersOf(id.value()),
                pictures.getOrDefault(RequestTimeline.subject(id), List.of()),
                events(entries, checks, pictures));
    }

    private List<RequestDetail.Event> events(
            List<RequestEntry> entries, Map<Long, ContentState> checks, Map<String, List<PhotoView>> pictures) {
        Map<Long, String> names = new HashMap<>();
        return entries.stream()
                .map(entry -> new RequestDetail.Event(
                        entry.kind(),
                        entry.kind().words(),
                        entry.words(),
                        by(entry, names),
                        entry.happenedAt(),
                        RequestDetail.Check.of(checks.get(entry.id())),
                        pictures.getOrDefault(RequestTimeline.entrySubject(entry.id()), List.of())))
                .toList();
    }

    private String by(RequestEntry entry, Map<Long, String> names) {
        return switch (entry.actor()) {
            case RESIDENT -> "居民";
            case SYSTEM -> "系统";
            case STAFF -> {
                Long member = entry.actorId();
                yield member == null
                        ? "工作人员"
                        : names.computeIfAbsent(member, known -> lines.title(Assignee.of(new StaffId(known))));
            }
        };
    }
}
