package cn.gridbell.staff;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.security.Role;
import cn.gridbell.wechat.WechatPersonId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** @param roles {@link Role} names, separated by commas */
record StaffMemberRow(
        long id,
        String number,
        String name,
        String roles,
        @Nullable String photoUrl,
        @Nullable Long wechatPersonId) {

    StaffAccount account() {
        return new StaffAccount(new StaffId(id), rolesOf(roles));
    }

    StaffView view(List<Long> duties) {
        return new StaffView(
                new StaffId(id),
                number,
                name,
                rolesOf(roles),
                duties.stream().map(GridId::new).toList(),
                wechatPersonId == null ? null : new WechatPersonId(wechatPersonId),
                photoUrl);
    }

    static Set<Role> rolesOf(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    static String namesOf(Collection<Role> roles) {
        return roles.stream().distinct().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}
