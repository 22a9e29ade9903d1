package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other rooms may ask about knock-door visits. What residents and members do with them begins in {@code VisitBookings}, {@code
 * VisitAnswers} and {@code VisitDoor}; each step is announced as a fact.
 */
@Service
public class Visits {

    private final VisitMapper visits;
    private final VisitParties parties;
    private final Clock clock;

    Visits(VisitMapper visits, VisitParties parties, Clock clock) {
        this.visits = visits;
        this.parties = parties;
        this.clock = clock;
    }

    /** How a visit stands, for a message about it. */
    @Transactional
    public Optional<VisitNews> newsOf(VisitId id) {
        return Optional.ofNullable(visits.find(id.value())).map(this::news);
    }

    /** A resident's visits that are still to come or being answered, soonest first. */
    @Transactional
    public List<VisitNews> comingTo(ResidentId resident, int most) {
        return visits.comingTo(resident.value(), clock.instant(), most).stream()
                .map(this::news)
                .toList();
    }

    private VisitNews news(Visit visit) {
        Opening.MemberLine member = parties.lineOf(visit.member());
        return new VisitNews(
                visit.id(),
                visit.number(),
                visit.purpose().words(),
                visit.status(),
                visit.resident(),
                visit.member(),
                (member.title() + " " + member.name()).strip(),
                visit.start(),
                visit.end(),
                visit.answerBy(),
                parties.numberOf(visit.member()),
                visit.expectedAt(),
                visit.reason());
    }
}
