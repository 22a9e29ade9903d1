package cn.gridbell.request;

import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code POST /api/staff/requests/{id}/merge}.
 *
 * @param into the open request that goes on
 */
record MergeRequest(@NotNull(message = "请选择要并入的诉求。") RequestId into) {}
