/**
 * A member's visits as a calendar that other programs subscribe to (RFC 5545). Stands on the façade {@code Visits}; hears of visits by their facts.
 *
 * <p>Tables: {@code visit_calendar_feed}, {@code visit_calendar_entry}. Facts: none.
 */
@NullMarked
package cn.gridbell.visit.calendar;

import org.jspecify.annotations.NullMarked;
