/**
 * Who goes on the day: after the street was redrawn or a member left, visits ahead move to whoever serves their door; what nobody is free for waits
 * for the lead. Inside the room {@code visit} only; nobody in the room depends on it.
 */
@NullMarked
package cn.gridbell.visit.placing;

import org.jspecify.annotations.NullMarked;
