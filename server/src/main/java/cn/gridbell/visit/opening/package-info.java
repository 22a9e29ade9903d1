/**
 * When a member offers visits: quarters of an hour, windows of a day, rules of a week. Inside the room {@code visit} only; knows nothing of visits.
 */
@NullMarked
package cn.gridbell.visit.opening;

import org.jspecify.annotations.NullMarked;
