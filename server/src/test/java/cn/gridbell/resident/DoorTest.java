package cn.gridbell.resident;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.GridId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final GridId HERE = new GridId(7);

    @Test
    void oneDoorHasOneIdentityHoweverItIsSpelled() {
        String identity = door("铃音巷1号", "3号楼", "2单元", "501室").identity(HERE);

        assertThat(door("铃音巷 1号", "3", "2", "501").identity(HERE)).isEqualTo(identity);
        assertThat(door("铃音巷１号", "３栋", "2 门", "５０１").identity(HERE)).isEqualTo(identity);
    }

    @Test
    void neighboursAreDifferentDoors() {
        String identity = door("铃音巷1号", "3号楼", "2单元", "501").identity(HERE);

        assertThat(door("铃音巷1号", "3号楼", "2单元", "502").identity(HERE)).isNotEqualTo(identity);
        assertThat(door("铃音巷1号", "3号楼", "5单元", "201").identity(HERE)).isNotEqualTo(identity);
        assertThat(door("铃音巷1号", "3号楼", null, "2501").identity(HERE)).isNotEqualTo(identity);
        assertThat(door("铃音巷11号", "3号楼", "2单元", "501").identity(HERE)).isNotEqualTo(identity);
    }

    @Test
    void theSameWordsInAnotherGridAreAnotherDoor() {
        Door door = door("幸福小区", "1号楼", null, "101");

        assertThat(door.identity(new GridId(8))).isNotEqualTo(door.identity(HERE));
    }

    @Test
    void comesBackAsItWasWritten() {
        Door door = door("铃音巷1号", null, "2单元", null);

        assertThat(Door.ofText(door.text())).isEqualTo(door);
    }

    @Test
    void blanksAroundAndEmptyPartsAreNotKept() {
        Door door = Door.of(new GiveHousehold(" 铃音巷1号 ", " ", null, " 501 ", null));

        assertThat(door).isEqualTo(door("铃音巷1号", null, null, "501"));
    }

    @Test
    void printsNothingOfItself() {
        assertThat(door("铃音巷1号", "3号楼", "2单元", "501")).hasToString("Door[…]");
    }

    private static Door door(String address, @Nullable String building, @Nullable String unit, @Nullable String room) {
        return new Door(address, building, unit, room);
    }
}
