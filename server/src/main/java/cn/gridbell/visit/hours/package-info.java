/**
 * Staff arrange their hours, leave and duty; what that does to visits that stand is decided in the same transaction. Inside the room {@code visit}
 * only; nobody in the room depends on it.
 */
@NullMarked
package cn.gridbell.visit.hours;

import org.jspecify.annotations.NullMarked;
