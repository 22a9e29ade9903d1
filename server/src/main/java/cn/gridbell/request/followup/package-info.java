/**
 * Asking again four weeks after a matter that tends to come back was solved. Inside the room {@code request} only.
 *
 * <p>Tables: {@code request_follow_up}.
 */
@NullMarked
package cn.gridbell.request.followup;

import org.jspecify.annotations.NullMarked;
