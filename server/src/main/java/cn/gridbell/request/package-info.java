/**
 * Requests: six steps, four colours, deadlines, timeline; what of them may be shown to the public; drafts that begin in the chat.
 *
 * <p>Tables: {@code request}, {@code request_entry}, {@code request_number}, {@code request_check},
 * {@code request_draft}, {@code request_draft_picture}. Nested topics: {@code category} (the tree, its questions, what a text is about). Facts: {@code RequestSubmitted}, {@code RequestAssigned}, {@code RequestAnswered}, {@code
 * RequestReopened}, {@code RequestEvaluated}.
 */
@ApplicationModule(allowedDependencies = {"platform", "grid", "photo", "resident", "staff", "wechat"})
@NullMarked
package cn.gridbell.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
