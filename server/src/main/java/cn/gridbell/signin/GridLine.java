package cn.gridbell.signin;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;

/** A territory in one line. */
record GridLine(GridId id, String name, GridLevel level) {

    static GridLine of(GridView grid) {
        return new GridLine(grid.id(), grid.name(), grid.level());
    }
}
