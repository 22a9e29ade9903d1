package cn.gridbell.resident;

import cn.gridbell.grid.GridId;
import cn.gridbell.wechat.WechatPersonId;
import org.jspecify.annotations.Nullable;

/**
 * A resident as other rooms see them: no name, no number, no door.
 *
 * @param household null until given
 * @param grid      the household's grid (level GRID), null until the household is given
 * @param phoneBound whether a phone was bound
 */
public record ResidentView(
        ResidentId id,
        WechatPersonId wechatPerson,
        @Nullable HouseholdId household,
        @Nullable GridId grid,
        boolean phoneBound) {}
