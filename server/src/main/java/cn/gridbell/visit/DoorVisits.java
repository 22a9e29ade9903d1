package cn.gridbell.visit;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits by the doors they go to: for the topics that plan and count knocks. */
@Service
public class DoorVisits {

    private static final Set<VisitStatus> EXPECTED =
            EnumSet.of(VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.CHECKED_IN);

    private final VisitMapper visits;

    DoorVisits(VisitMapper visits) {
        this.visits = visits;
    }

    /** The visit as a knock; empty before its outcome is recorded. */
    @Transactional
    public Optional<VisitKnock> knockOf(VisitId id) {
        return Optional.ofNullable(visits.find(id.value())).flatMap(DoorVisits::knock);
    }

    /** The visit and what its resident thought of it. */
    @Transactional
    public Optional<RatedVisit> ratedVisit(VisitId id) {
        return Optional.ofNullable(visits.find(id.value())).map(DoorVisits::rated);
    }

    /** The visit that is expected at this door on this day and not over, the earliest. */
    @Transactional
    public Optional<DoorVisit> expectedAt(HouseholdId household, LocalDate day) {
        return visits.atDoor(household.value(), startOf(day), startOf(day.plusDays(1))).stream()
                .filter(visit -> EXPECTED.contains(visit.status()))
                .findFirst()
                .map(DoorVisits::line);
    }

    /** What a member is expected at on a day and has not done, by time. */
    @Transactional
    public List<DoorVisit> expectedOf(StaffId member, LocalDate day) {
        return visits.ofMember(member.value(), startOf(day), startOf(day.plusDays(1))).stream()
                .filter(visit -> EXPECTED.contains(visit.status()))
                .map(DoorVisits::line)
                .toList();
    }

    private static Optional<VisitKnock> knock(Visit visit) {
        VisitResult result = visit.result();
        Instant at = visit.outcomeAt;
        return result == null || at == null
                ? Optional.empty()
                : Optional.of(new VisitKnock(visit.id(), visit.household(), visit.grid(), visit.member(), result, at));
    }

    private static RatedVisit rated(Visit visit) {
        VisitRow.Rating rating = visit.rating();
        return new RatedVisit(
                visit.id(),
                visit.number(),
                visit.purpose().words(),
                visit.status(),
                visit.resident(),
                visit.member(),
                visit.grid(),
                visit.start(),
                rating == null ? null : rating.stars(),
                rating == null ? null : rating.helped(),
                rating == null ? null : rating.comment());
    }

    private static DoorVisit line(Visit visit) {
        return new DoorVisit(
                visit.id(),
                visit.number(),
                visit.household(),
                visit.member(),
                visit.status(),
                visit.purpose().words(),
                visit.start(),
                visit.end());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
