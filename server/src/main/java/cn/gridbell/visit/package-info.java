/**
 * Knock-door visits: openings, bookings, visit tasks, outcomes.
 *
 * <p>Tables: {@code visit}, {@code visit_cell}, {@code visit_member_day}, {@code visit_household_cell}, {@code visit_weekly_rule}, {@code visit_proposal}, {@code visit_need}. Facts: {@code VisitBooked}, {@code VisitConfirmed}, {@code VisitProposed}, {@code
 * VisitDeclined}, {@code VisitCancelled}, {@code VisitCompleted}, {@code VisitExpired}, {@code VisitReassigned}, {@code VisitTimeChosen}, {@code VisitDeparted}, {@code VisitRated}, {@code
 * VisitForgotten}, {@code CallBackAsked}, {@code CallBackOverdue}.
 */
@ApplicationModule(allowedDependencies = {"platform", "grid", "resident", "resident::disclosure", "staff", "request"})
@NullMarked
package cn.gridbell.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
