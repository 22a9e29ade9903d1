package cn.gridbell.visit;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** Body of {@code POST /api/resident/visits/{id}/proposal-choice}. */
record ChooseProposal(@NotNull(message = "请选择一个备选时间。") Instant start) {}
