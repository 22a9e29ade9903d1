package cn.gridbell.visit.coverage;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.PlainText;
import cn.gridbell.visit.VisitPurpose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/campaigns}.
 *
 * @param gridId   the territory: a grid, a community or the street
 * @param building to knock at one building only; null: every household
 * @param fromDay  the first day
 * @param toDay    the last day, within 180 days
 */
record OpenCampaign(
        @NotNull(message = "请填写行动名称。") @PlainText(min = 2, max = 40)
        String name,

        @NotNull(message = "请选择走访事由。") VisitPurpose purpose,
        @NotNull(message = "请选择网格。") GridId gridId,
        @Valid @Nullable BuildingName building,
        @NotNull(message = "请选择开始日期。") LocalDate fromDay,
        @NotNull(message = "请选择结束日期。") LocalDate toDay) {

    /** A building by its address. */
    record BuildingName(
            @NotNull(message = "请填写楼栋所在的地址。") @PlainText(max = 100)
            String address,

            @PlainText(max = 30) @Nullable String building) {}
}
