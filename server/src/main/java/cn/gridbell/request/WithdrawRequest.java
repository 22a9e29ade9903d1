package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/resident/requests/{id}/withdrawal}. */
record WithdrawRequest(@PlainText(max = 200) @Nullable String reason) {}
