package cn.gridbell.visit;

import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.RequestId;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.resident.disclosure.Disclosures;
import cn.gridbell.resident.disclosure.Look;
import cn.gridbell.resident.disclosure.RevealPurpose;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits as people see them: each side sees what it needs, no earlier than it needs it. */
@Component
class VisitViews {

    private static final Set<VisitStatus> ON_THE_WAY =
            EnumSet.of(VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.CHECKED_IN);
    private static final Set<VisitStatus> DOOR_NEEDED = EnumSet.of(
            VisitStatus.PLANNED,
            VisitStatus.CONFIRMED,
            VisitStatus.CHECKED_IN,
            VisitStatus.COMPLETED,
            VisitStatus.NOT_HOME,
            VisitStatus.REFUSED_AT_DOOR);

    private final VisitMapper visits;
    private final VisitStore store;
    private final VisitParties parties;
    private final DoorCodes codes;
    private final Disclosures disclosures;

    VisitViews(VisitMapper visits, VisitStore store, VisitParties parties, DoorCodes codes, Disclosures disclosures) {
        this.visits = visits;
        this.store = store;
        this.parties = parties;
        this.codes = codes;
        this.disclosures = disclosures;
    }

    /** One's own visits, the latest time first. */
    @Transactional(readOnly = true)
    public Page<ResidentVisit.Line> ofResident(Caller caller, PageRequest page) {
        Cursor after = page.from(Cursor.NEWEST);
        List<Visit> found = visits.ofResident(caller.residentId(), after.at(), after.id(), page.fetch());
        Map<StaffId, Opening.MemberLine> members = new HashMap<>();
        return Page.of(
                found,
                page.size(),
                VisitViews::position,
                visit -> line(visit, members.computeIfAbsent(visit.member(), parties::lineOf)));
    }

    /** @throws VisitNotFound 404 if it is somebody else's */
    @Transactional(readOnly = true)
    public ResidentVisit forResident(Caller caller, VisitId id) {
        Visit visit = store.require(id);
        parties.checkResident(visit, caller);
        boolean onTheDay = ON_THE_WAY.contains(visit.status()) && today().equals(visit.day());
        VisitResult result = visit.result();
        return new ResidentVisit(
                visit.id(),
                visit.number(),
                visit.status(),
                visit.status().words(),
                VisitWords.next(visit),
                visit.purpose(),
                visit.purpose().words(),
                visit.note(),
                visit.request(),
                visit.start(),
                visit.end(),
                visit.answerBy(),
                comer(visit, onTheDay),
                proposals(visit),
                visit.reason(),
                visit.endedBy(),
                onTheDay ? codes.reveal(visit).orElse(null) : null,
                visit.departedAt(),
                visit.expectedAt(),
                visit.checkedInAt(),
                visit.doorConfirmedAt(),
                result,
                result == null ? null : result.words(),
                visit.rating());
    }

    /** The member's day in walking order. */
    @Transactional(readOnly = true)
    public Page<StaffVisit.Line> day(Caller caller, LocalDate day) {
        List<Visit> found = visits.ofMember(
                caller.requireStaffId(),
                day.atStartOfDay(WorkCalendar.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant());
        return new Page<>(
                found.stream()
                        .map(visit -> line(visit, caller))
                        .sorted(WalkingOrder.OF_THE_DAY)
                        .toList(),
                null);
    }

    /** The member's visits that stand somewhere, soonest first. */
    @Transactional(readOnly = true)
    public Page<StaffVisit.Line> standingAt(Caller caller, VisitStatus status, PageRequest page) {
        Cursor after = page.from(Cursor.OLDEST);
        return Page.of(
                visits.standingAt(caller.requireStaffId(), status, after.at(), after.id(), page.fetch()),
                page.size(),
                VisitViews::position,
                visit -> line(visit, caller));
    }

    /** @throws VisitNotFound 404 for anybody but the member who goes and those who lead there */
    @Transactional(readOnly = true)
    public StaffVisit forStaff(Caller caller, VisitId id) {
        Visit visit = store.require(id);
        parties.checkMemberOrLead(visit, caller);
        CheckInGrade grade = visit.checkInGrade();
        VisitResult result = visit.result();
        return new StaffVisit(
                line(visit, caller),
                proposals(visit),
                visit.reason(),
                visit.endedBy(),
                visit.departedAt(),
                visit.expectedAt(),
                visit.checkedInAt(),
                grade,
                grade == null ? null : grade.words(),
                visit.checkInMetres(),
                visit.minutesAtDoor(),
                visit.doorConfirmedAt(),
                result,
                result == null ? null : result.words(),
                visit.outcomeNote(),
                visits.needs(id.value()).stream().map(RequestId::new).toList());
    }

    /** @throws VisitNotFound 404 for anybody but the member who goes and those who lead there, and once the resident left */
    @Transactional
    public StaffVisit.Door revealDoor(Caller caller, VisitId id, RevealPurpose why) {
        Visit visit = store.require(id);
        parties.checkMemberOrLead(visit, caller);
        if (visit.resident().value() == 0) {
            throw new VisitNotFound();
        }
        Look look = new Look(visit.resident(), caller.requireStaffId(), "敲门走访 " + visit.number(), why);
        HouseholdView door = disclosures.door(look, visit.household());
        return new StaffVisit.Door(door.address(), door.building(), door.unit(), door.room());
    }

    private static ResidentVisit.Line line(Visit visit, Opening.MemberLine member) {
        return new ResidentVisit.Line(
                visit.id(),
                visit.number(),
                visit.status(),
                visit.status().words(),
                visit.purpose(),
                visit.purpose().words(),
                visit.start(),
                visit.end(),
                visit.answerBy(),
                member);
    }

    private StaffVisit.Line line(Visit visit, Caller caller) {
        return new StaffVisit.Line(
                visit.id(),
                visit.number(),
                visit.status(),
                visit.status().words(),
                visit.purpose(),
                visit.purpose().words(),
                visit.note(),
                visit.request(),
                visit.start(),
                visit.end(),
                visit.answerBy(),
                door(visit, caller));
    }

    private StaffVisit.Door door(Visit visit, Caller caller) {
        HouseholdView door = parties.door(visit);
        boolean near = Math.abs(ChronoUnit.DAYS.between(today(), visit.day())) <= 1;
        boolean shown =
                near && DOOR_NEEDED.contains(visit.status()) && visit.isDoneBy(new StaffId(caller.requireStaffId()));
        return new StaffVisit.Door(door.address(), door.building(), door.unit(), shown ? door.room() : null);
    }

    private ResidentVisit.Comer comer(Visit visit, boolean onTheDay) {
        if (!onTheDay) {
            Opening.MemberLine line = parties.lineOf(visit.member());
            return new ResidentVisit.Comer(line.name(), line.title(), null, null);
        }
        StaffView member = parties.requireMember(visit.member());
        return new ResidentVisit.Comer(member.name(), member.title(), member.number(), member.photoUrl());
    }

    private List<Instant> proposals(Visit visit) {
        return visit.status() == VisitStatus.PROPOSED ? store.proposalsOf(visit) : List.of();
    }

    private LocalDate today() {
        return WorkCalendar.dayOf(store.now());
    }

    private static Cursor position(Visit visit) {
        return new Cursor(visit.start(), visit.id().value());
    }
}
