package cn.gridbell.request;

import cn.gridbell.photo.PhotoView;
import cn.gridbell.platform.geo.Location;
import cn.gridbell.request.category.AnswerGiven;
import cn.gridbell.request.followup.FollowUp;
import cn.gridbell.wechat.ContentState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything that happened to it; names no resident.
 *
 * @param line     what a list shows of it
 * @param location GCJ-02
 * @param gridName in Chinese
 * @param clock    how long it has taken, and how much of it waiting for the reporter
 * @param check    how far the description is from being public; null if staff wrote it
 * @param followUp null until it is asked
 * @param answers  to the questions of its category
 * @param photos   with short-lived links
 */
record RequestDetail(
        @com.fasterxml.jackson.annotation.JsonUnwrapped RequestLine line,
        RequestSource source,
        boolean anonymous,
        @Nullable Location location,
        @Nullable String address,
        String gridName,
        Outcome outcome,
        RequestClock clock,
        @Nullable Asked followUp,
        @Nullable Check check,
        List<AnswerGiven> answers,
        List<PhotoView> photos,
        List<Event> timeline) {

    /**
     * What came of it; all null until answered.
     *
     * @param closureWords  in Chinese
     * @param solved        what the resident says
     * @param stars         1 to 5
     * @param whereToGo     of a refusal
     * @param mergedInto    the request that goes on
     */
    record Outcome(
            @Nullable Closure closure,
            @Nullable String closureWords,
            @Nullable String result,
            @Nullable Solved solved,
            @Nullable Integer stars,
            @Nullable String whereToGo,
            @Nullable String transferredTo,
            @Nullable RequestId mergedInto) {}

    /**
     * What is asked four weeks after it was solved.
     *
     * @param askedAt      since when an answer is waited for
     * @param newRequestId what it was opened anew as
     */
    record Asked(
            Instant askedAt,
            FollowUp.@Nullable Answer answer,
            @Nullable RequestId newRequestId) {}

    /**
     * One thing that happened.
     *
     * @param kindWords in Chinese
     * @param by        role and name, 居民 or 系统
     * @param check     how far the words are from being public; null if they are not a resident's own
     */
    record Event(
            EntryKind kind,
            String kindWords,
            String words,
            String by,
            Instant at,
            @Nullable Check check,
            List<PhotoView> photos,
            List<PhotoView> beforePhotos) {}

    /**
     * How far words are from being public.
     *
     * @param stateWords in Chinese
     */
    record Check(ContentState state, String stateWords) {

        static @Nullable Check of(@Nullable ContentState state) {
            return state == null ? null : new Check(state, state.words());
        }
    }
}
