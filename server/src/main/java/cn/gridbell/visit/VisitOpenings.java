package cn.gridbell.visit;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.staff.StaffId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The times at which a member's visits can be booked: weekly rule, working days, least notice, horizon, less what is held. */
@Component
class VisitOpenings {

    private static final int OFFERED_INSTEAD = 5;

    private final VisitCellMapper cells;
    private final VisitHolds holds;
    private final WorkCalendar calendar;
    private final VisitProperties properties;
    private final Clock clock;

    VisitOpenings(
            VisitCellMapper cells, VisitHolds holds, WorkCalendar calendar, VisitProperties properties, Clock clock) {
        this.cells = cells;
        this.holds = holds;
        this.calendar = calendar;
        this.properties = properties;
        this.clock = clock;
    }

    /** What this household can book in a range, soonest first. */
    List<Opening> free(Parties parties, OpeningRange range) {
        Instant now = clock.instant();
        Instant from = later(range.from(), now.plus(properties.leastNotice()));
        Instant until = earlier(range.until(), now.plus(properties.horizon()));
        if (!from.isBefore(until)) {
            return List.of();
        }
        WeeklyRule rule = ruleOf(parties.member().id());
        VisitHolds.Busy busy = holds.busy(parties.member().id(), parties.household(), from, until);
        Opening.MemberLine member = VisitParties.lineOf(parties.member());
        List<Opening> openings = new ArrayList<>();
        LocalDate last = WorkCalendar.dayOf(until);
        for (LocalDate day = WorkCalendar.dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Cells visit : visitsOn(rule, day)) {
                if (!visit.start().isBefore(from) && visit.start().isBefore(until) && !busy.at(visit)) {
                    openings.add(new Opening(visit.start(), visit.end(), member));
                }
            }
        }
        return openings;
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
        Instant now = clock.instant();
        if (!start.isAfter(now)) {
            throw OpeningNotOffered.past();
        }
        if (start.isBefore(now.plus(properties.leastNotice()))) {
            throw OpeningNotOffered.tooSoon(
                    properties.leastNotice().plusMinutes(59).toHours());
        }
        if (!start.isBefore(now.plus(properties.horizon()))) {
            throw OpeningNotOffered.tooFar(properties.horizon().toDays());
        }
        return visitsOn(ruleOf(member), WorkCalendar.dayOf(start)).stream()
                .filter(visit -> visit.start().equals(start))
                .findFirst()
                .orElseThrow(OpeningNotOffered::offGrid);
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

    /** Until when whoever is asked about a visit must answer: the term in working time, but not past the visit's start. */
    Instant answerBy(Instant start) {
        return earlier(calendar.after(clock.instant(), properties.answerTerm()), start);
    }

    /** The member's own weekly rule, or the street's usual hours. */
    WeeklyRule ruleOf(StaffId member) {
        List<VisitCellMapper.WeeklyRuleRow> rows = cells.rulesOf(member.value());
        if (rows.isEmpty()) {
            return properties.usualRule();
        }
        Map<DayOfWeek, List<DayWindow>> windows = new EnumMap<>(DayOfWeek.class);
        rows.forEach(row -> windows.computeIfAbsent(DayOfWeek.of(row.weekday()), day -> new ArrayList<>())
                .add(new DayWindow(row.fromMinute(), row.toMinute())));
        return new WeeklyRule(windows);
    }

    private List<Cells> visitsOn(WeeklyRule rule, LocalDate day) {
        return rule.windowsOn(day, calendar).stream()
                .flatMap(window -> window.visitsOn(day, properties.visitCells(), properties.bufferCells()).stream())
                .sorted((a, b) -> Long.compare(a.first(), b.first()))
                .toList();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
