/**
 * Everybody a request concerns beside its reporter: who said "me too" or came along by a merge, what each of them says of the answer, and who asked
 * for more speed. Inside the room {@code request} only.
 *
 * <p>Tables: {@code request_follower}, {@code request_rating}, {@code request_chase}.
 */
@NullMarked
package cn.gridbell.request.following;

import org.jspecify.annotations.NullMarked;
