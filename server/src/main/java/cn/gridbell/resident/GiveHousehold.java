package cn.gridbell.resident;

import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.geo.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /api/resident/household}. */
public record GiveHousehold(
        @NotNull(message = "请填写地址。") @PlainText(max = 100) String address,
        @PlainText(max = 30) @Nullable String building,
        @PlainText(max = 30) @Nullable String unit,
        @PlainText(max = 30) @Nullable String room,
        @Valid @Nullable Location location) {}
