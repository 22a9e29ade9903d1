package cn.gridbell.request;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.following.Followers;
import cn.gridbell.request.following.Voices;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * "Me too", and asking for more speed. Both hold the request's row while they look at it, so that whoever said it before the answer is told the
 * answer.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestSupport {

    private final RequestMapper requests;
    private final RequestReading reading;
    private final RequestTurns turns;
    private final Followers followers;
    private final Chasing chasing;
    private final Clock clock;

    RequestSupport(
            RequestMapper requests,
            RequestReading reading,
            RequestTurns turns,
            Followers followers,
            Chasing chasing,
            Clock clock) {
        this.requests = requests;
        this.reading = reading;
        this.turns = turns;
        this.followers = followers;
        this.chasing = chasing;
        this.clock = clock;
    }

    /** Who leads, which day it is, and who chased before. */
    @Component
    record Chasing(Voices voices, WorkCalendar calendar, StaffMembers staff, RequestTimeline timeline) {

        /** The working day a chase counts for: on a day off the next one. */
        LocalDate dayOf(Instant now) {
            LocalDate day = WorkCalendar.dayOf(now);
            while (!calendar.isWorkingDay(day)) {
                day = day.plusDays(1);
            }
            return day;
        }
    }

    /**
     * The same again changes nothing.
     *
     * @throws RequestNotFound 404 if it is not for others to see
     * @throws RequestIsYourOwn 409
     * @throws RequestAlreadyMoved 409 once it is closed
     */
    SupportStanding support(Caller caller, RequestId id) {
        ResidentId resident = new ResidentId(caller.residentId());
        Request request = requests.lock(id.value());
        if (request != null && request.isReportedBy(resident)) {
            throw new RequestIsYourOwn();
        }
        if (request == null || reading.publicContentOf(id).isEmpty()) {
            throw new RequestNotFound();
        }
        request.require(RequestMove.SUPPORT);
        followers.add(id.value(), resident, clock.instant());
        return new SupportStanding(id, followers.count(id.value()), true);
    }

    /** @throws RequestNotFound 404 if they do not support it */
    SupportStanding leave(Caller caller, RequestId id) {
        if (!followers.remove(id.value(), new ResidentId(caller.residentId()))) {
            throw new RequestNotFound();
        }
        return new SupportStanding(id, followers.count(id.value()), false);
    }

    /**
     * @throws RequestNotFound 404 for whoever neither reported nor supports it
     * @throws RequestAlreadyMoved 409 once it is answered
     * @throws RequestChasedToday 409
     */
    RequestStanding chase(Caller caller, RequestId id) {
        Instant now = clock.instant();
        ResidentId resident = new ResidentId(caller.residentId());
        Request request = requests.lock(id.value());
        if (request == null || !(request.isReportedBy(resident) || followers.has(id.value(), resident))) {
            throw new RequestNotFound();
        }
        request.require(RequestMove.CHASE);
        if (!chasing.voices().chase(id.value(), resident, chasing.dayOf(now), now)) {
            throw new RequestChasedToday();
        }
        int times = chasing.voices().chasesOf(id.value());
        chasing.timeline().write(id, EntryKind.CHASED, Actor.of(resident), TimelineWords.chased(times), now);
        turns.tell(new RequestChased(
                id,
                request.holder(),
                chasing.staff().leadOf(request.grid()).map(StaffView::id).orElse(null),
                times,
                now));
        return RequestStanding.of(request);
    }
}
