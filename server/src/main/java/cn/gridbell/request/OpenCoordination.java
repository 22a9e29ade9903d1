package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/coordinations}.
 *
 * @param withResident whether the reporter takes part
 */
record OpenCoordination(
        @NotNull(message = "请选择诉求。") RequestId requestId,

        @NotNull(message = "请填写联调要解决什么。") @PlainText(min = 2, max = 300)
        String purpose,

        @Size(max = 30, message = "最多可以选30个人。") @Nullable List<@NotNull(message = "请选择工作人员。") StaffId> memberIds,
        @Size(max = 20, message = "最多可以选20个单位。") @Nullable List<@NotNull(message = "请选择单位。") UnitId> unitIds,
        @Nullable Boolean withResident) {}
