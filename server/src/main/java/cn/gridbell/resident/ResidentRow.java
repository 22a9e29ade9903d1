package cn.gridbell.resident;

import cn.gridbell.grid.GridId;
import cn.gridbell.wechat.WechatPersonId;
import org.jspecify.annotations.Nullable;

/** @param gridId of the household */
record ResidentRow(
        long id,
        long wechatPersonId,
        @Nullable Long householdId,
        @Nullable Long gridId,
        boolean phoneBound) {

    ResidentView view() {
        return new ResidentView(
                new ResidentId(id),
                new WechatPersonId(wechatPersonId),
                householdId == null ? null : new HouseholdId(householdId),
                gridId == null ? null : new GridId(gridId),
                phoneBound);
    }
}
