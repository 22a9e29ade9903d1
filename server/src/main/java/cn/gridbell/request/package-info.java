/**
 * Requests: six steps, four colours, deadlines, timeline; what of them may be shown to the public; drafts that begin in the chat.
 *
 * <p>What may happen to a request stands in one table, {@code RequestMove}: who, from where, to where.
 *
 * <p>Tables: {@code request}, {@code request_entry}, {@code request_number}, {@code request_check},
 * {@code request_draft}, {@code request_draft_picture}. Nested topics: {@code category} (the tree, its questions, what a text is about), {@code
 * routing} (who answers first, the responsibility list), {@code ask} (returns, extensions, questions), {@code coordination} (联调), {@code reporter} (who may learn who reported). Facts: {@code RequestSubmitted}, {@code
 * RequestHandedOn}, {@code RequestQuestioned}, {@code RequestExtended}, {@code RequestRejected}, {@code RequestReported}, {@code RequestAssigned}, {@code RequestAnswered}, {@code
 * RequestReopened}, {@code RequestEvaluated}, {@code RequestWithdrawn}.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "grid", "photo", "resident", "resident::disclosure", "staff", "wechat"})
@NullMarked
package cn.gridbell.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
