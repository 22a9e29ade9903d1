package cn.gridbell.visit.hours;

import cn.gridbell.visit.opening.Availability;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/staff/availability}: the hours from now on, and what becomes of each visit they hit. */
record ChangeAvailability(
        @NotNull(message = "请填写上门时段。") @Valid Availability availability,

        @Nullable @Size(max = 200, message = "一次最多处理200个预约。")
        List<@NotNull(message = "处理方式不能为空。") @Valid VisitDecision> decisions) {}
