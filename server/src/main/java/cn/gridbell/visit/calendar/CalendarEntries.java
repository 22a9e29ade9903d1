package cn.gridbell.visit.calendar;

import cn.gridbell.visit.VisitBooked;
import cn.gridbell.visit.VisitCancelled;
import cn.gridbell.visit.VisitCompleted;
import cn.gridbell.visit.VisitConfirmed;
import cn.gridbell.visit.VisitDeclined;
import cn.gridbell.visit.VisitExpired;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitMissed;
import cn.gridbell.visit.VisitNews;
import cn.gridbell.visit.VisitPlanned;
import cn.gridbell.visit.VisitProposed;
import cn.gridbell.visit.VisitReassigned;
import cn.gridbell.visit.VisitTimeChosen;
import cn.gridbell.visit.Visits;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in the transaction of each fact what calendars are told of the visit. */
@Component
class CalendarEntries {

    private final CalendarMapper calendars;
    private final Visits visits;

    CalendarEntries(CalendarMapper calendars, Visits visits) {
        this.calendars = calendars;
        this.visits = visits;
    }

    @EventListener
    void on(VisitBooked fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitConfirmed fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitTimeChosen fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitProposed fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitDeclined fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitCancelled fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitExpired fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitReassigned fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitCompleted fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitMissed fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    @EventListener
    void on(VisitPlanned fact) {
        keep(fact.visit(), fact.turn(), fact.at());
    }

    private void keep(VisitId id, int turn, Instant at) {
        visits.newsOf(id).ifPresent(news -> write(news, turn, at));
    }

    private void write(VisitNews news, int turn, Instant at) {
        calendars.write(new EntryRow(
                news.member().value(),
                news.id().value(),
                turn,
                EntryState.of(news.status()),
                news.number(),
                news.purpose(),
                news.start(),
                news.end(),
                at));
        calendars.takeFromOthers(news.id().value(), news.member().value(), turn, at);
    }
}
