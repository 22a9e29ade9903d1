package cn.gridbell.message;

import cn.gridbell.message.wording.Particulars;
import cn.gridbell.message.wording.Scene;
import cn.gridbell.message.wording.TemplateCatalogue;
import cn.gridbell.request.Closure;
import cn.gridbell.request.RequestNews;
import cn.gridbell.request.RequestStatus;
import cn.gridbell.request.RequestSubState;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.visit.VisitNews;
import cn.gridbell.visit.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Writes messages from how their subject stands now. What is no longer true is not said: a later message of the same subject says what is.
 */
@Component
class Composer {

    /** How long a resident may rate an answer. */
    private static final Duration RATING_TERM = Duration.ofDays(14);

    private static final Set<RequestStatus> OPEN =
            Set.of(RequestStatus.SUBMITTED, RequestStatus.ASSIGNED, RequestStatus.HANDLING);

    /** Somebody goes there at a known time. */
    private static final Set<VisitStatus> AGREED = Set.of(VisitStatus.PLANNED, VisitStatus.CONFIRMED);

    private static final Set<VisitStatus> AHEAD =
            Set.of(VisitStatus.REQUESTED, VisitStatus.PLANNED, VisitStatus.CONFIRMED);

    private final News news;
    private final TemplateCatalogue catalogue;

    Composer(News news, TemplateCatalogue catalogue) {
        this.news = news;
        this.catalogue = catalogue;
    }

    Written write(Message message) {
        return switch (message.subjectKind()) {
            case REQUEST ->
                news.ofRequest(message.subjectId())
                        .map(request -> aboutRequest(message, request))
                        .orElseGet(() -> Written.nothing(MessageStatus.GONE));
            case VISIT ->
                news.ofVisit(message.subjectId())
                        .map(visit -> aboutVisit(message, visit))
                        .orElseGet(() -> Written.nothing(MessageStatus.GONE));
        };
    }

    private Written aboutRequest(Message message, RequestNews request) {
        if (!holds(message, request)) {
            return Written.nothing(MessageStatus.SUPERSEDED);
        }
        Scene scene = message.scene();
        boolean answered =
                scene == Scene.REQUEST_ANSWERED || scene == Scene.RATING_INVITED || scene == Scene.REQUEST_FOLLOW_UP;
        Instant by = answered ? message.createdAt().plus(RATING_TERM) : request.dueAt();
        Particulars particulars = new Particulars(
                request.id().value(),
                request.number(),
                request.categoryName(),
                stateOf(scene, request),
                request.holderTitle(),
                whoseWords(message, request),
                by,
                null,
                by);
        return Written.of(catalogue.write(scene, particulars), Instant.MAX);
    }

    /** Who only supports a request is not told that they reported it. */
    private String whoseWords(Message message, RequestNews request) {
        ResidentId reporter = request.reporter();
        boolean own = message.personKind() != Recipient.Kind.RESIDENT
                || reporter != null && reporter.value() == message.personId()
                || news.isReportedBy(request.id(), new ResidentId(message.personId()));
        return own ? "您反映" : "您关注";
    }

    private static String stateOf(Scene scene, RequestNews request) {
        Closure closure = request.closure();
        return switch (scene) {
            case REQUEST_ASSIGNED,
                    REQUEST_ESCALATED,
                    REQUEST_REOPENED,
                    REQUEST_HANDED_ON,
                    REQUEST_REPORTED,
                    COORDINATION_CALLED,
                    COORDINATION_JOINED,
                    COORDINATION_TASK,
                    REQUEST_CHASED -> request.colour().words();
            case REQUEST_ANSWERED, RATING_INVITED, REQUEST_FOLLOW_UP ->
                closure == null ? request.status().words() : closure.words();
            case REQUEST_QUESTIONED -> RequestSubState.WAITING_RESIDENT.words();
            default -> request.status().words();
        };
    }

    private boolean holds(Message message, RequestNews request) {
        RequestStatus status = request.status();
        return switch (message.scene()) {
            case REQUEST_RECEIVED,
                    REQUEST_ESCALATED,
                    REQUEST_REOPENED,
                    REQUEST_HANDED_ON,
                    REQUEST_EXTENDED,
                    REQUEST_REPORTED,
                    REQUEST_MERGED,
                    REQUEST_CHASED -> OPEN.contains(status);
            case COORDINATION_CALLED, COORDINATION_JOINED, COORDINATION_TASK ->
                OPEN.contains(status) && news.isCoordinated(request.id());
            case REQUEST_TO_SCREEN ->
                status == RequestStatus.SUBMITTED
                        && request.holder() != null
                        && request.holder().value() == message.personId();
            case REQUEST_QUESTIONED -> request.subState() == RequestSubState.WAITING_RESIDENT;
            case REQUEST_REJECTED -> status == RequestStatus.REJECTED;
            case REQUEST_ASSIGNED ->
                OPEN.contains(status)
                        && request.holder() != null
                        && request.holder().value() == message.personId();
            case REQUEST_ACCEPTED -> status == RequestStatus.HANDLING;
            case REQUEST_FOLLOW_UP -> status == RequestStatus.EVALUATED || status == RequestStatus.UNRATED;
            case REQUEST_ANSWERED -> status == RequestStatus.ANSWERED || status == RequestStatus.REJECTED;
            case RATING_INVITED -> status == RequestStatus.ANSWERED;
            case REQUEST_WITHDRAWN -> status == RequestStatus.WITHDRAWN;
            case PERSON_NOT_TOLD -> request.holder() != null && request.holder().value() == message.personId();
            default -> false;
        };
    }

    private Written aboutVisit(Message message, VisitNews visit) {
        if (!holds(message, visit)) {
            return Written.nothing(MessageStatus.SUPERSEDED);
        }
        Instant expected = message.scene() == Scene.MEMBER_ON_THE_WAY ? visit.expectedAt() : null;
        Particulars particulars = new Particulars(
                visit.id().value(),
                visit.number(),
                whatOf(message.scene(), visit),
                visit.status().words(),
                expected == null ? visit.memberTitle() : visit.memberTitle() + "（工号" + visit.memberNumber() + "）",
                "您预约",
                expected == null ? visit.start() : expected,
                expected == null ? visit.end() : null,
                visit.answerBy());
        return Written.of(catalogue.write(message.scene(), particulars), usefulUntil(message.scene(), visit));
    }

    /** Who is told that something changed is told why. */
    private static String whatOf(Scene scene, VisitNews visit) {
        return switch (scene) {
            case VISIT_MOVED, VISIT_REASSIGNED, VISIT_TASK_GONE ->
                visit.reason() == null ? visit.purpose() : visit.purpose() + "；原因：" + visit.reason();
            default -> visit.purpose();
        };
    }

    /** A confirmation or a question about a time says nothing once that time has come. */
    private static Instant usefulUntil(Scene scene, VisitNews visit) {
        return switch (scene) {
            case VISIT_REQUESTED,
                    VISIT_CONFIRMED,
                    VISIT_MOVED,
                    VISIT_TASK,
                    VISIT_REASSIGNED,
                    VISIT_REMINDER,
                    VISIT_SOON,
                    VISIT_TASK_REMINDER,
                    VISIT_TASK_SOON -> visit.start();
            case MEMBER_ON_THE_WAY -> visit.end();
            case VISIT_CANCELLED, VISIT_CALLED_OFF, VISIT_TASK_GONE -> visit.end();
            case VISIT_ANSWER_DUE, VISIT_ANSWER_WANTED, VISIT_PASSED_UP, VISIT_PLANNED, VISIT_UNPLACED -> visit.start();
            default -> Instant.MAX;
        };
    }

    /** A reminder planned for a time that is no longer the visit's is not said: the new time has its own. */
    private static boolean inTime(Message message, VisitNews visit) {
        return switch (message.scene()) {
            case VISIT_REMINDER, VISIT_TASK_REMINDER ->
                message.notBefore().equals(Reminders.eveningBefore(visit.start()));
            case VISIT_SOON, VISIT_TASK_SOON -> message.notBefore().equals(Reminders.soonBefore(visit.start()));
            default -> true;
        };
    }

    private static boolean holds(Message message, VisitNews visit) {
        VisitStatus status = visit.status();
        return switch (message.scene()) {
            case VISIT_REQUESTED ->
                status == VisitStatus.REQUESTED && visit.member().value() == message.personId();
            case VISIT_CONFIRMED, VISIT_MOVED -> status == VisitStatus.CONFIRMED;
            case VISIT_REMINDER, VISIT_SOON -> AGREED.contains(status) && inTime(message, visit);
            case MEMBER_ON_THE_WAY -> status == VisitStatus.CONFIRMED && visit.expectedAt() != null;
            case VISIT_TASK_REMINDER, VISIT_TASK_SOON ->
                AGREED.contains(status)
                        && inTime(message, visit)
                        && visit.member().value() == message.personId();
            case PERSON_NOT_TOLD -> visit.member().value() == message.personId();
            case VISIT_PROPOSED -> status == VisitStatus.PROPOSED;
            case VISIT_DECLINED -> status == VisitStatus.DECLINED;
            case VISIT_TASK -> AHEAD.contains(status) && visit.member().value() == message.personId();
            case VISIT_TASK_GONE -> visit.member().value() != message.personId();
            // Who comes to a time that still waits for an answer is said with the answer.
            case VISIT_REASSIGNED -> AHEAD.contains(status) && status != VisitStatus.REQUESTED;
            case VISIT_CANCELLED, VISIT_CALLED_OFF -> status == VisitStatus.CANCELLED;
            case VISIT_CALL_BACK, VISIT_CALL_BACK_OVERDUE -> status == VisitStatus.COMPLETED;
            case VISIT_ANSWER_DUE, VISIT_ANSWER_WANTED, VISIT_PASSED_UP -> status == VisitStatus.REQUESTED;
            case VISIT_PLANNED -> status == VisitStatus.PLANNED;
            case VISIT_UNPLACED -> AHEAD.contains(status);
            case VISIT_EXPIRED, VISIT_MISSED -> status == VisitStatus.EXPIRED;
            case VISIT_OUTCOME ->
                status == VisitStatus.COMPLETED
                        || status == VisitStatus.NOT_HOME
                        || status == VisitStatus.REFUSED_AT_DOOR;
            default -> false;
        };
    }
}
