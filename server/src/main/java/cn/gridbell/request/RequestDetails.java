package cn.gridbell.request;

import cn.gridbell.grid.Grids;
import cn.gridbell.photo.PhotoView;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.platform.masking.PersonalWords;
import cn.gridbell.request.ask.Asks;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.followup.FollowUp;
import cn.gridbell.request.followup.FollowUps;
import cn.gridbell.request.outcome.Ending;
import cn.gridbell.request.outcome.Endings;
import cn.gridbell.staff.StaffId;
import cn.gridbell.wechat.ContentState;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A request with everything that happened to it, for its reporter and staff; and the side of it that everybody it concerns may see. */
@Component
class RequestDetails {

    private static final String NOT_PUBLIC = "（文字暂不公开）";

    /** What a resident says for themselves; others are not shown it. */
    private static final Set<EntryKind> OWN_WORDS = EnumSet.of(
            EntryKind.COMMENTED,
            EntryKind.HEARD,
            EntryKind.RATED,
            EntryKind.WITHDRAWN,
            EntryKind.QUESTION_ASKED,
            EntryKind.REPLIED,
            EntryKind.FOLLOWED_UP);

    private final RequestTimeline timeline;
    private final RequestCategories categories;
    private final RequestLines lines;
    private final Grids grids;
    private final Beside beside;

    RequestDetails(
            RequestTimeline timeline, RequestCategories categories, RequestLines lines, Grids grids, Beside beside) {
        this.timeline = timeline;
        this.categories = categories;
        this.lines = lines;
        this.grids = grids;
        this.beside = beside;
    }

    /** What is kept beside the row. */
    @Component
    record Beside(Endings endings, FollowUps followUps, Asks asks, WorkCalendar calendar, Clock clock) {

        RequestClock clockOf(Request row) {
            Instant end = RequestClock.ends(row, clock.instant());
            return RequestClock.of(
                    calendar.between(row.submittedAt(), end),
                    asks.waited(row.requestId().value(), end, calendar::between));
        }
    }

    RequestDetail ofStaff(Request row) {
        return detail(row, lines.each(List.of(row)).apply(row));
    }

    RequestDetail ofReporter(Request row) {
        return detail(row, lines.each(List.of(row)).apply(row).shownTo(Relation.REPORTED, row.description()));
    }

    /** Without the reporter's words but those that passed the check, without the address, the answers and what people said for themselves. */
    RequestDetail publicSideOf(Request row) {
        RequestDetail full = ofStaff(row);
        return new RequestDetail(
                full.line().shownTo(Relation.SUPPORTED, publicWordsOf(row)),
                full.source(),
                true,
                full.location(),
                null,
                full.gridName(),
                masked(full.outcome()),
                full.clock(),
                null,
                null,
                List.of(),
                full.photos().stream().filter(PhotoView::isPublic).toList(),
                full.timeline().stream()
                        .filter(event -> !OWN_WORDS.contains(event.kind()))
                        .map(RequestDetails::masked)
                        .toList());
    }

    /** What staff write to the reporter may name a phone or a door: others learn the matter. */
    private static RequestDetail.Event masked(RequestDetail.Event event) {
        return new RequestDetail.Event(
                event.kind(),
                event.kindWords(),
                PersonalWords.hidden(event.words()),
                event.by(),
                event.at(),
                event.check(),
                event.photos(),
                event.beforePhotos());
    }

    private static RequestDetail.Outcome masked(RequestDetail.Outcome outcome) {
        return new RequestDetail.Outcome(
                outcome.closure(),
                outcome.closureWords(),
                outcome.result() == null ? null : PersonalWords.hidden(outcome.result()),
                outcome.solved(),
                outcome.stars(),
                outcome.whereToGo(),
                outcome.transferredTo(),
                outcome.mergedInto());
    }

    String publicWordsOf(Request row) {
        return publicContentOf(row).map(PublicContent::description).orElse(NOT_PUBLIC);
    }

    /** Empty if nothing of it may ever be shown: it is private by category, was withdrawn or turned away. */
    Optional<PublicContent> publicContentOf(Request row) {
        boolean ended = row.status() == RequestStatus.WITHDRAWN || row.status() == RequestStatus.REJECTED;
        boolean open = categories
                .find(row.category())
                .filter(category -> !category.isPrivate())
                .isPresent();
        if (ended || !open) {
            return Optional.empty();
        }
        RequestId id = row.requestId();
        boolean passed = timeline.checksOf(id).get(RequestCheckBook.DESCRIPTION) == ContentState.PASSED;
        List<PhotoView> photos =
                timeline.picturesOf(id, List.of()).getOrDefault(RequestTimeline.subject(id), List.of());
        return Optional.of(new PublicContent(
                passed ? PersonalWords.hidden(row.description()) : null,
                photos.stream().filter(PhotoView::isPublic).toList()));
    }

    private RequestDetail detail(Request row, RequestLine line) {
        RequestId id = row.requestId();
        List<RequestEntry> entries = timeline.of(id);
        Map<String, List<PhotoView>> pictures = timeline.picturesOf(id, entries);
        Map<Long, ContentState> checks = timeline.checksOf(id);
        GeoPoint place = row.place();
        return new RequestDetail(
                line,
                row.source(),
                row.anonymous(),
                place == null ? null : Location.of(place),
                row.address(),
                grids.require(row.grid()).name(),
                outcome(row),
                beside.clockOf(row),
                asked(id),
                RequestDetail.Check.of(checks.get(RequestCheckBook.DESCRIPTION)),
                categories.answersOf(id.value()),
                pictures.getOrDefault(RequestTimeline.subject(id), List.of()),
                events(entries, checks, pictures));
    }

    private RequestDetail.Outcome outcome(Request row) {
        Closure closure = row.closure();
        Ending ending = beside.endings().of(row.requestId().value());
        return new RequestDetail.Outcome(
                closure,
                closure == null ? null : closure.words(),
                row.result(),
                row.solved(),
                row.stars(),
                ending.whereToGo(),
                ending.transferredTo(),
                ending.mergedInto() == null ? null : new RequestId(ending.mergedInto()));
    }

    private RequestDetail.@Nullable Asked asked(RequestId id) {
        FollowUp found = beside.followUps().find(id.value()).orElse(null);
        if (found == null || found.askedAt() == null) {
            return null;
        }
        return new RequestDetail.Asked(
                found.askedAt(), found.answer(), found.newRequest() == null ? null : new RequestId(found.newRequest()));
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
                        pictures.getOrDefault(RequestTimeline.entrySubject(entry.id()), List.of()),
                        pictures.getOrDefault(RequestTimeline.beforeSubject(entry.id()), List.of())))
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
