/**
 * Knock-door visits: openings, bookings, visit tasks, outcomes.
 *
 * <p>Tables: {@code visit}, {@code visit_cell}, {@code visit_member_day}, {@code visit_household_cell}, {@code visit_weekly_rule}, {@code visit_member_hours}, {@code visit_day_override}, {@code visit_absence}, {@code visit_asking}, {@code visit_no_show}, {@code visit_unplaced}, {@code visit_placing}, {@code visit_proposal}, {@code visit_need}. Facts: {@code VisitBooked}, {@code VisitConfirmed}, {@code VisitProposed}, {@code
 * VisitDeclined}, {@code VisitCancelled}, {@code VisitCompleted}, {@code VisitExpired}, {@code VisitReassigned}, {@code VisitTimeChosen}, {@code VisitPlanned}, {@code VisitPassedUp}, {@code VisitAnswerDue}, {@code VisitMissed}, {@code VisitUnplaced}, {@code VisitDeparted}, {@code VisitRated}, {@code VisitForgotten}, {@code CallBackAsked}, {@code CallBackOverdue}.
 *
 * <p>Nested topics: {@code opening} (hours and absences), {@code step} (transactions), {@code hours} (staff arrange them), {@code placing} (who goes after a change).
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "grid",
            "resident",
            "resident::disclosure",
            "staff",
            "request",
            "request::reporter"
        })
@NullMarked
package cn.gridbell.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
