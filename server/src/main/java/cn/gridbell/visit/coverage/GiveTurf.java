package cn.gridbell.visit.coverage;

import cn.gridbell.staff.StaffId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/staff/campaigns/{id}/turf}.
 *
 * @param building null: every household of the campaign that is still to be reached
 */
record GiveTurf(
        @NotNull(message = "请选择负责的工作人员。") StaffId memberId,
        @Valid OpenCampaign.@Nullable BuildingName building) {}
