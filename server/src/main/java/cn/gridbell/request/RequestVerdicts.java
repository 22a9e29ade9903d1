package cn.gridbell.request;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.following.Followers;
import cn.gridbell.request.following.Voices;
import cn.gridbell.resident.ResidentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the people a request concerns say of its answer, each once for each answer. "Not solved" and one or two stars take it one level up, to
 * another person, whoever says it; the reporter's praise closes it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestVerdicts {

    /** How long an answer can be rated. */
    static final Duration TERM = Duration.ofDays(14);

    private static final int LOW = 2;

    private final RequestMapper requests;
    private final RequestRouting routing;
    private final RequestTurns turns;
    private final RequestTimeline timeline;
    private final Opinions opinions;
    private final Clock clock;

    RequestVerdicts(
            RequestMapper requests,
            RequestRouting routing,
            RequestTurns turns,
            RequestTimeline timeline,
            Opinions opinions,
            Clock clock) {
        this.requests = requests;
        this.routing = routing;
        this.turns = turns;
        this.timeline = timeline;
        this.opinions = opinions;
        this.clock = clock;
    }

    /** Who may have an opinion, who had one, and what is asked later. */
    @Component
    record Opinions(Followers followers, Voices voices, RequestAftercare aftercare) {}

    /**
     * Somebody's verdict on an answer.
     *
     * @param decides  whether it closes the request: the reporter's, or anybody's if nobody is known to have reported it
     * @param words    on the timeline
     * @param ownWords whether some of them are the person's own
     */
    private record Verdict(ResidentId by, boolean decides, Solved solved, int stars, String words, boolean ownWords) {

        static Verdict of(ResidentId by, boolean decides, RateRequest command) {
            String comment = command.comment() == null ? "" : command.comment().strip();
            String words = TimelineWords.rated(command.solved(), command.stars(), comment);
            return new Verdict(by, decides, command.solved(), command.stars(), words, !comment.isEmpty());
        }

        boolean isBad() {
            return solved == Solved.NO || stars <= LOW;
        }

        RequestMove move() {
            if (decides) {
                return isBad() ? RequestMove.NOT_SOLVED : RequestMove.RATE;
            }
            return isBad() ? RequestMove.CONTEST : RequestMove.AGREE;
        }
    }

    /**
     * @throws RequestNotFound 404 for whoever neither reported nor supports it
     * @throws RequestAlreadyMoved 409 if there is no answer to rate, or no more
     * @throws RequestRatedAlready 409
     */
    RequestStanding rate(Caller caller, RequestId id, RateRequest command) {
        Instant now = clock.instant();
        ResidentId resident = new ResidentId(caller.residentId());
        Request request = requests.lock(id.value());
        boolean reporter = request != null && request.isReportedBy(resident);
        if (request == null || !(reporter || opinions.followers().has(id.value(), resident))) {
            throw new RequestNotFound();
        }
        Verdict verdict = Verdict.of(resident, reporter || request.reporter() == null, command);
        request.require(verdict.move());
        Instant answered = request.answeredAt();
        if (answered == null || answered.plus(TERM).isBefore(now)) {
            throw new RequestAlreadyMoved(request.stage());
        }
        if (!opinions.voices()
                .rate(id.value(), answered, resident, verdict.solved().name(), verdict.stars(), now)) {
            throw new RequestRatedAlready();
        }
        if (verdict.isBad()) {
            reopen(request, verdict, now);
        } else {
            praise(request, verdict, now);
        }
        return RequestStanding.of(request);
    }

    private void praise(Request request, Verdict verdict, Instant now) {
        if (!verdict.decides()) {
            said(request, verdict, now);
            return;
        }
        request.rate(verdict.solved(), verdict.stars(), now);
        int turn = turns.store(request);
        said(request, verdict, now);
        opinions.aftercare().ended(request, now);
        turns.tell(new RequestEvaluated(request.requestId(), request.reporter(), verdict.stars(), turn, now));
    }

    private void reopen(Request request, Verdict verdict, Instant now) {
        Route route = routing.reopened(request, now);
        request.reopen(verdict.move(), route.assignee(), route.dueAt(), now);
        request.judged(verdict.solved(), verdict.stars());
        int turn = turns.store(request);
        RequestId id = request.requestId();
        said(request, verdict, now);
        timeline.write(
                id, EntryKind.REOPENED, Actor.SYSTEM, TimelineWords.reopened(verdict.solved(), route.level()), now);
        opinions.aftercare().reopened(request);
        turns.tell(new RequestReopened(id, request.reporter(), turn, now));
        turns.announceHolder(request, route, turn, now);
    }

    /** Only words of their own have to be checked. */
    private void said(Request request, Verdict verdict, Instant now) {
        RequestId id = request.requestId();
        if (verdict.ownWords()) {
            timeline.writeOwnWords(id, EntryKind.RATED, verdict.by(), verdict.words(), now);
        } else {
            timeline.write(id, EntryKind.RATED, Actor.of(verdict.by()), verdict.words(), now);
        }
    }
}
