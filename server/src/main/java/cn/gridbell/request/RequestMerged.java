package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import java.util.List;

/**
 * One request goes on as part of another.
 *
 * @param concerned reporter and followers of the one that ended
 * @param turn of the one that ended
 */
public record RequestMerged(RequestId request, RequestId into, List<ResidentId> concerned, int turn, Instant at) {}
