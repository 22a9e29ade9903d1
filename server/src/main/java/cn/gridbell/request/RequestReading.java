package cn.gridbell.request;

import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.request.category.CategoryView;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.following.Followed;
import cn.gridbell.request.following.Followers;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How requests are shown: to their reporter, to staff, to messages. */
@Component
class RequestReading {

    private final RequestMapper requests;
    private final RequestParties parties;
    private final RequestCategories categories;
    private final RequestLines lines;
    private final RequestDetails details;
    private final Followers followers;

    RequestReading(
            RequestMapper requests,
            RequestParties parties,
            RequestCategories categories,
            RequestLines lines,
            RequestDetails details,
            Followers followers) {
        this.requests = requests;
        this.parties = parties;
        this.categories = categories;
        this.lines = lines;
        this.details = details;
        this.followers = followers;
    }

    List<CategoryView> categories() {
        return categories.tree();
    }

    /** Newest first: their own by when they were submitted, what they support by when they began to. */
    @Transactional(readOnly = true)
    Page<RequestLine> linesOf(ResidentId resident, PageRequest page) {
        Cursor after = page.from(Cursor.NEWEST);
        List<Mine> mine = new ArrayList<>();
        requests.ofReporter(resident.value(), after, page.fetch())
                .forEach(row -> mine.add(new Mine(
                        row, new Cursor(row.submittedAt(), row.requestId().value()), Relation.REPORTED)));
        mine.addAll(supportedBy(resident, after, page.fetch()));
        mine.sort(Comparator.comparing((Mine one) -> one.at().at())
                .thenComparing(one -> one.at().id())
                .reversed());
        List<Mine> first = mine.stream().limit(page.fetch()).toList();
        Function<Request, RequestLine> line =
                lines.each(first.stream().map(Mine::row).toList());
        return Page.of(first, page.size(), Mine::at, one -> shown(one, line.apply(one.row())));
    }

    /** A request in somebody's list, and where it stands there. */
    private record Mine(Request row, Cursor at, Relation relation) {}

    private List<Mine> supportedBy(ResidentId resident, Cursor after, int limit) {
        List<Followed> followed = followers.followedBy(resident, after, limit);
        if (followed.isEmpty()) {
            return List.of();
        }
        Map<Long, Request> rows = requests
                .all(followed.stream().map(Followed::request).toList())
                .stream()
                .collect(Collectors.toMap(row -> row.requestId().value(), row -> row));
        return followed.stream()
                .filter(one -> rows.containsKey(one.request()))
                .map(one -> new Mine(
                        Objects.requireNonNull(rows.get(one.request())),
                        new Cursor(one.since(), one.request()),
                        Relation.SUPPORTED))
                .toList();
    }

    private RequestLine shown(Mine one, RequestLine line) {
        return line.shownTo(
                one.relation(),
                one.relation() == Relation.REPORTED ? line.description() : details.publicWordsOf(one.row()));
    }

    /** To its reporter everything, to who supports it its public side. @throws RequestNotFound 404 for everybody else */
    @Transactional(readOnly = true)
    RequestDetail detailFor(ResidentId resident, RequestId id) {
        Request row = find(id).orElseThrow(RequestNotFound::new);
        if (row.isReportedBy(resident)) {
            return details.ofReporter(row);
        }
        if (followers.has(id.value(), resident)) {
            return details.publicSideOf(row);
        }
        throw new RequestNotFound();
    }

    /** @throws RequestNotFound 404 if this member neither holds it nor serves its grid */
    @Transactional(readOnly = true)
    RequestDetail detailFor(StaffId member, RequestId id) {
        return details.ofStaff(find(id).filter(row -> parties.sees(member, row)).orElseThrow(RequestNotFound::new));
    }

    List<ResidentId> followersOf(RequestId id) {
        return followers.of(id.value());
    }

    /** Whether this resident reported it, or what was merged into it. */
    boolean isReportedBy(RequestId id, ResidentId resident) {
        return find(id).filter(row -> row.isReportedBy(resident)).isPresent()
                || followers.cameAsReporter(id.value(), resident);
    }

    boolean isCoordinated(RequestId id) {
        return parties.isCoordinated(id);
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
        return find(id).flatMap(details::publicContentOf);
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
                stored.dueAt(),
                lines.isProvisional(stored.dueAt()));
    }

    private Optional<Request> find(RequestId id) {
        return Optional.ofNullable(requests.find(id.value()));
    }
}
