package cn.gridbell.visit;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/resident")
class ResidentVisitController {

    private final VisitBookings bookings;
    private final VisitAnswers answers;
    private final VisitDoor door;
    private final VisitViews views;
    private final VisitParties parties;
    private final Clock clock;

    ResidentVisitController(
            VisitBookings bookings,
            VisitAnswers answers,
            VisitDoor door,
            VisitViews views,
            VisitParties parties,
            Clock clock) {
        this.bookings = bookings;
        this.answers = answers;
        this.door = door;
        this.views = views;
        this.parties = parties;
        this.clock = clock;
    }

    @GetMapping("/visit-openings")
    @CallableBy(Audience.RESIDENT)
    Openings openings(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        OpeningRange range = OpeningRange.parse(from, to, clock.instant());
        return new Openings(bookings.openings(caller, range), bookings.closedBecause(range));
    }

    /** @param closedBecause why part of the range offers nothing to anybody, in Chinese; null if that is not so */
    record Openings(List<Opening> items, @Nullable String closedBecause) {}

    @PostMapping("/visits")
    @ResponseStatus(HttpStatus.CREATED)
    @CallableBy(Audience.RESIDENT)
    Booking book(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody BookVisit wish) {
        VisitBookings.Booked booked = bookings.book(caller, IdempotencyKey.require(key), wish);
        return new Booking(
                booked.id(),
                booked.number(),
                VisitStatus.REQUESTED,
                booked.start(),
                booked.end(),
                parties.lineOf(booked.member()),
                booked.answerBy());
    }

    record Booking(
            VisitId id,
            String number,
            VisitStatus status,
            Instant start,
            Instant end,
            Opening.MemberLine member,
            Instant answerBy) {}

    @GetMapping("/visits")
    @CallableBy(Audience.RESIDENT)
    Page<ResidentVisit.Line> visits(Caller caller, PageRequest page) {
        return views.ofResident(caller, page);
    }

    @GetMapping("/visits/{id}")
    @CallableBy(Audience.RESIDENT)
    ResidentVisit visit(Caller caller, @PathVariable VisitId id) {
        return views.forResident(caller, id);
    }

    @PostMapping("/visits/{id}/cancellation")
    @CallableBy(Audience.RESIDENT)
    ResidentVisit cancel(Caller caller, @PathVariable VisitId id, @Valid @RequestBody GiveReason body) {
        answers.cancelByResident(caller, id, body.reason());
        return views.forResident(caller, id);
    }

    @PostMapping("/visits/{id}/proposal-choice")
    @CallableBy(Audience.RESIDENT)
    ResidentVisit choose(Caller caller, @PathVariable VisitId id, @Valid @RequestBody ChooseProposal body) {
        answers.choose(caller, id, body.start());
        return views.forResident(caller, id);
    }

    @PostMapping("/visits/{id}/door-confirmation")
    @CallableBy(Audience.RESIDENT)
    ResidentVisit confirmDoor(Caller caller, @PathVariable VisitId id) {
        door.confirmDoor(caller, id);
        return views.forResident(caller, id);
    }

    @PostMapping("/visits/{id}/rating")
    @CallableBy(Audience.RESIDENT)
    ResidentVisit rate(Caller caller, @PathVariable VisitId id, @Valid @RequestBody RateVisit body) {
        door.rate(caller, id, body);
        return views.forResident(caller, id);
    }
}
