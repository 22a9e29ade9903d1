package cn.gridbell.request;

import cn.gridbell.request.followup.FollowUp;
import org.jspecify.annotations.Nullable;

/** @param newRequestId what it was opened anew as, null for nothing */
record FollowUpStanding(
        RequestId id, FollowUp.Answer answer, @Nullable RequestId newRequestId) {}
