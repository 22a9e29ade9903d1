package cn.gridbell.visit;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Absence;
import cn.gridbell.visit.opening.Absences;
import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.opening.MemberHours;
import cn.gridbell.visit.opening.Timetables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The times at which a member's visits can be booked: weekly rule, working days, least notice, horizon, less what is held. */
@Component
class VisitOpenings {

    private static final int OFFERED_INSTEAD = 5;
    private static final Duration FARTHEST = Duration.ofDays(60);

    private final Timetables timetables;
    private final Absences absences;
    private final VisitHolds holds;
    private final WorkCalendar calendar;
    private final VisitProperties properties;
    private final Clock clock;

    VisitOpenings(
            Timetables timetables,
            Absences absences,
            VisitHolds holds,
            WorkCalendar calendar,
            VisitProperties properties,
            Clock clock) {
        this.timetables = timetables;
        this.absences = absences;
        this.holds = holds;
        this.calendar = calendar;
        this.properties = properties;
        this.clock = clock;
    }

    /** What this household can book in a range, soonest first. */
    List<Opening> free(Parties parties, OpeningRange range) {
        StaffId who = parties.member().id();
        MemberHours hours = timetables.hoursOf(who);
        Instant now = clock.instant();
        Instant from = later(range.from(), now.plus(hours.bounds().leastNotice()));
        Instant until = earlier(range.until(), now.plus(hours.bounds().horizon()));
        if (!from.isBefore(until)) {
            return List.of();
        }
        VisitHolds.Busy busy = holds.busy(who, hours.bounds(), parties.household(), from, until);
        List<Absence> away = absences.within(who, from, until.plus(Duration.ofDays(1)));
        Opening.MemberLine member = VisitParties.lineOf(parties.member());
        List<Opening> openings = new ArrayList<>();
        LocalDate last = WorkCalendar.dayOf(until);
        for (LocalDate day = WorkCalendar.dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Cells visit : hours.visitsOn(day, calendar)) {
                if (!visit.start().isBefore(from)
                        && visit.start().isBefore(until)
                        && away.stream().noneMatch(absence -> absence.meets(visit))
                        && !busy.at(visit)) {
                    openings.add(new Opening(visit.start(), visit.end(), member));
                }
            }
        }
        return openings;
    }

    /** Why part of a range offers nothing whoever asks; empty if that is not so. */
    Optional<String> closedBecause(OpeningRange range) {
        Instant until = earlier(range.until(), clock.instant().plus(properties.horizon()));
        LocalDate last = WorkCalendar.dayOf(later(range.from(), until));
        for (int year = WorkCalendar.dayOf(range.from()).getYear(); year <= last.getYear(); year++) {
            if (!calendar.announced(year)) {
                return Optional.of(year + "年的放假和调休安排尚未公布，公布前暂不开放" + year + "年的上门预约，请选择其他日期或过些天再来看看。");
            }
        }
        return Optional.empty();
    }

    /** The next ones, for somebody whose choice was just taken: from that day on. */
    List<Opening> insteadOf(Parties parties, Instant start) {
        LocalDate day = WorkCalendar.dayOf(start);
        Instant from = day.atStartOfDay(WorkCalendar.ZONE).toInstant();
        return free(parties, new OpeningRange(from, from.plus(Duration.ofDays(31)))).stream()
                .limit(OFFERED_INSTEAD)
                .toList();
    }

    /**
     * The cells of an opening, whether or not they are still free.
     *
     * @throws OpeningNotOffered 422 if it is past, too soon, too far, or none of the member's
     */
    Cells requireOffered(StaffId member, Instant start) {
        MemberHours hours = timetables.hoursOf(member);
        Duration notice = hours.bounds().leastNotice();
        checkPossible(start);
        Instant now = clock.instant();
        if (start.isBefore(now.plus(notice))) {
            throw OpeningNotOffered.tooSoon(notice.plusMinutes(59).toHours());
        }
        if (!start.isBefore(now.plus(hours.bounds().horizon()))) {
            throw OpeningNotOffered.tooFar(hours.bounds().horizon().toDays());
        }
        LocalDate day = WorkCalendar.dayOf(start);
        if (!calendar.announced(day.getYear())) {
            throw OpeningNotOffered.yearNotAnnounced(day.getYear());
        }
        Cells time = hours.visitsOn(day, calendar).stream()
                .filter(visit -> visit.start().equals(start))
                .findFirst()
                .orElseThrow(OpeningNotOffered::offGrid);
        if (absences.meet(member, time)) {
            throw OpeningNotOffered.away();
        }
        return time;
    }

    /**
     * Whether a time can be an opening of anybody: to come, within the farthest horizon there is. Asks nobody, so that nothing is locked for
     * what cannot be.
     *
     * @throws OpeningNotOffered 422
     */
    void checkPossible(Instant start) {
        Instant now = clock.instant();
        if (!start.isAfter(now)) {
            throw OpeningNotOffered.past();
        }
        if (!start.isBefore(now.plus(FARTHEST))) {
            throw OpeningNotOffered.tooFar(properties.horizon().toDays());
        }
        if (!Cells.onGrid(start)) {
            throw OpeningNotOffered.offGrid();
        }
    }

    /**
     * The cells of a time a member names: any quarter to come within the horizon, also outside the weekly rule.
     *
     * @throws OpeningNotOffered 422
     */
    Cells requireAhead(Instant start) {
        Instant now = clock.instant();
        if (!start.isAfter(now)) {
            throw OpeningNotOffered.past();
        }
        if (!start.isBefore(now.plus(properties.horizon()))) {
            throw OpeningNotOffered.tooFar(properties.horizon().toDays());
        }
        if (!Cells.onGrid(start)) {
            throw OpeningNotOffered.offGrid();
        }
        return Cells.from(start, properties.visitCells());
    }

    /** Whether a member is on leave or duty at one of these times. */
    boolean away(StaffId member, List<Cells> times) {
        return times.stream().anyMatch(time -> absences.meet(member, time));
    }

    /** When whoever is asked is reminded: half the term in working time, if that is before its end. */
    Instant remindAt(Instant answerBy) {
        Instant now = clock.instant();
        Instant half = calendar.after(now, properties.answerTerm().dividedBy(2));
        return half.isBefore(answerBy)
                ? half
                : now.plus(Duration.between(now, answerBy).dividedBy(2));
    }

    /** Until when whoever is asked about a visit must answer: the term in working time, but not past the visit's start. */
    Instant answerBy(Instant start) {
        return earlier(calendar.after(clock.instant(), properties.answerTerm()), start);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
