package cn.gridbell.staff;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.security.Role;
import cn.gridbell.wechat.WechatPersonId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A staff member as residents and other rooms see them.
 *
 * @param number       the staff number on the badge
 * @param name         shown to residents
 * @param roles        what they may do
 * @param grids        the territories they serve, of any level
 * @param wechatPerson null until they bound their phone in the mini-program
 * @param photoUrl     null if there is no picture
 */
public record StaffView(
        StaffId id,
        String number,
        String name,
        Set<Role> roles,
        List<GridId> grids,
        @Nullable WechatPersonId wechatPerson,
        @Nullable String photoUrl) {

    public StaffView {
        roles = Set.copyOf(roles);
        grids = List.copyOf(grids);
    }

    /** The most senior role in words, for example 网格长. */
    public String title() {
        if (roles.contains(Role.DISTRICT)) {
            return "区级工作人员";
        }
        if (roles.contains(Role.STREET)) {
            return "街道工作人员";
        }
        if (roles.contains(Role.COMMUNITY)) {
            return "社区工作人员";
        }
        if (roles.contains(Role.GRID_LEAD)) {
            return "网格长";
        }
        if (roles.contains(Role.GRID_MEMBER)) {
            return "网格员";
        }
        if (roles.contains(Role.SECONDED)) {
            return "下沉人员";
        }
        return roles.contains(Role.PROPERTY) ? "物业人员" : "系统管理员";
    }
}
