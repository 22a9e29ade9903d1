package cn.gridbell.resident;

import cn.gridbell.grid.GridView;
import cn.gridbell.platform.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** 422: neither the place nor the address lies in a grid of this street; {@code nearest} names the grids to choose from. */
final class NoGridFits extends Problem {

    private static final long serialVersionUID = 1L;

    private NoGridFits(String detail, List<GridView> nearest) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "resident", "grid-not-found", "没有找到所属网格", detail);
        with(
                "nearest",
                nearest.stream()
                        .map(grid -> Map.of("id", grid.id().text(), "name", grid.name()))
                        .toList());
    }

    static NoGridFits theAddress() {
        return new NoGridFits("按这个地址没有找到所属网格，请核对小区地址，或在地图上选择您家的位置后再提交。", List.of());
    }

    /** @param nearest nearest first */
    static NoGridFits thePlace(List<GridView> nearest) {
        return new NoGridFits("您选的位置不在本街道的网格内，请在地图上重新选择您家的位置；也可以查看附近的网格后再提交。", nearest);
    }
}
