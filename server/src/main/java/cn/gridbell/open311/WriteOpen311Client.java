package cn.gridbell.open311;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/open311-clients}.
 *
 * @param contact  whom to call when it misbehaves
 * @param mayWrite whether it may report and send updates
 * @param services codes of categories it may report; absent or empty: all that are public
 */
record WriteOpen311Client(
        @NotNull(message = "请填写接入方名称。") @PlainText(max = 60) String name,
        @NotNull(message = "请填写联系人。") @PlainText(max = 100) String contact,
        @NotNull(message = "请选择是否允许提交。") Boolean mayWrite,

        @Size(max = 100, message = "最多选择100个类别。") @Nullable
        List<@NotNull(message = "类别不能为空。") @Size(max = 40, message = "没有这个类别。") String> services) {}
