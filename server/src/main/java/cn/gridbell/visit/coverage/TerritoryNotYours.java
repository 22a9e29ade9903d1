package cn.gridbell.visit.coverage;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such territory, or somebody else's. */
final class TerritoryNotYours extends Problem {

    private static final long serialVersionUID = 1L;

    TerritoryNotYours() {
        super(HttpStatus.NOT_FOUND, "visit", "territory-not-yours", "没有找到", "没有找到这个网格，或不在您负责的范围内，请重新选择。");
    }
}
