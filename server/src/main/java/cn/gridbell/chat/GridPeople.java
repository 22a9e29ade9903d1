package cn.gridbell.chat;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.crypto.Phone;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who answers for a grid, as residents may know it: name, title, and a number only if it is on the public list. */
@Component
class GridPeople {

    private final Residents residents;
    private final Grids grids;
    private final StaffMembers staff;

    GridPeople(Residents residents, Grids grids, StaffMembers staff) {
        this.residents = residents;
        this.grids = grids;
        this.staff = staff;
    }

    /** 我的网格员; empty until a household is given. */
    Optional<String> of(ResidentId resident) {
        return Optional.ofNullable(residents.require(resident).grid()).map(this::words);
    }

    private String words(GridId grid) {
        GridView at = grids.require(grid);
        return staff.holderAt(grid, GridLevel.GRID)
                .map(member -> "您在「" + at.name() + "」，由" + named(member) + "负责。" + phone(member))
                .orElse("您在「" + at.name() + "」，网格员暂缺，由社区工作人员负责；需要帮助请回复5转人工。");
    }

    /** One sentence on the grid whose code was scanned. */
    String introduction(GridView grid) {
        String holder = grid.level() == GridLevel.GRID
                ? staff.holderAt(grid.id(), GridLevel.GRID)
                        .map(GridPeople::named)
                        .orElse("社区工作人员")
                : "社区工作人员";
        return "这里是「" + grid.name() + "」，由" + holder + "负责。";
    }

    private String phone(StaffView member) {
        return staff.publicPhoneOf(member.id())
                .map(Phone::digits)
                .map(digits -> "电话" + digits + "。")
                .orElse("需要联系请回复5转人工。");
    }

    private static String named(StaffView member) {
        return member.title() + " " + member.name();
    }
}
