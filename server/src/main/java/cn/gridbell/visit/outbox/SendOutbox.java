package cn.gridbell.visit.outbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Body of {@code POST /api/staff/visit-outbox}. */
record SendOutbox(
        @NotNull(message = "没有要提交的记录。") @Size(min = 1, max = 50, message = "一次最多提交50条记录。")
        List<@NotNull(message = "记录不能为空。") @Valid OutboxItem> items) {}
