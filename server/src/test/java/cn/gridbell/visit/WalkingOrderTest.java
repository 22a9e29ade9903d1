package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WalkingOrderTest {

    @Test
    void walksBuildingUnitAndFloorAsNumbers() {
        List<StaffVisit.Door> walk = List.of(
                new StaffVisit.Door("铃音巷1号", "2号楼", "1单元", null),
                new StaffVisit.Door("铃音巷1号", "2号楼", "1单元", "201"),
                new StaffVisit.Door("铃音巷1号", "2号楼", "1单元", "1001"),
                new StaffVisit.Door("铃音巷1号", "2号楼", "2单元", "101"),
                new StaffVisit.Door("铃音巷1号", "10号楼", "1单元", "101"),
                new StaffVisit.Door("铃音巷12号", "1号楼", null, null));
        List<StaffVisit.Door> shuffled = new ArrayList<>(walk);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.sort(WalkingOrder::compare);
        assertThat(shuffled).isEqualTo(walk);
    }
}
