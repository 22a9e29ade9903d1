package cn.gridbell.visit.coverage;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such household, or in a territory of somebody else. */
final class DoorNotYours extends Problem {

    private static final long serialVersionUID = 1L;

    DoorNotYours() {
        super(HttpStatus.NOT_FOUND, "visit", "door-not-yours", "没有找到", "没有找到这户住户，或不在您负责的范围内，请刷新走访清单后重试。");
    }
}
