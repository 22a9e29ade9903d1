package cn.gridbell.visit.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoorNameTest {

    @Test
    void isAnOrderOverAnyTexts() {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(6); n > 0; n--) {
                text.append("0129楼号A-".charAt(random.nextInt(8)));
            }
            texts.add(text.toString());
        }
        texts.add("9".repeat(40));
        texts.sort(DoorName::compareText); // throws if the order contradicts itself
        assertThat(DoorName.compareText("2号楼", "10号楼")).isNegative();
        assertThat(DoorName.compareText(null, "1")).isNegative();
        assertThat(DoorName.compareText("501", "501")).isZero();
    }
}
