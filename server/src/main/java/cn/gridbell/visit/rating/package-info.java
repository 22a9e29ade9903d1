/**
 * What residents thought of visits: of the visit and of what came of it, apart; hidden from the member until it is told in sum; a low one is called back
 * by the lead. Stands on the façade {@code DoorVisits}; hears of visits by their facts.
 *
 * <p>Tables: {@code visit_feedback}, {@code visit_call_back}. Facts, which stand in the room's own package: {@code CallBackAsked}, {@code CallBackOverdue}.
 */
@NullMarked
package cn.gridbell.visit.rating;

import org.jspecify.annotations.NullMarked;
