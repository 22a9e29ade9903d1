package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;

/** Four weeks after it was solved its reporter is asked whether it stayed so. */
public record RequestFollowedUp(RequestId request, ResidentId reporter, int turn, Instant at) {}
