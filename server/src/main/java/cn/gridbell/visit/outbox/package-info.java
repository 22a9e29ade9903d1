/**
 * What members wrote down at doors without a network: taken in any order, any number of times, with the same result. Stands on the façades {@code
 * DoorReports} and {@code coverage.Knocks}.
 *
 * <p>Tables: {@code visit_outbox_item}. Facts: none.
 */
@NullMarked
package cn.gridbell.visit.outbox;

import org.jspecify.annotations.NullMarked;
