package cn.gridbell.visit.rating;

import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/resident/visits/{id}/outcome-rating}. */
record RateOutcome(@NotNull(message = "请选择事情是否已解决。") Solved solved) {}
