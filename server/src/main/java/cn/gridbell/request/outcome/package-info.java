/**
 * What an answer says beside its words: where to go, to whom it went, what it was merged into. Inside the room {@code request} only.
 *
 * <p>Tables: {@code request_outcome}.
 */
@NullMarked
package cn.gridbell.request.outcome;

import org.jspecify.annotations.NullMarked;
