package cn.gridbell.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People write one address in many ways; a doubtful one is not guessed. */
class AddressToGridTest {

    private final AddressBook book = new AddressBook();

    AddressToGridTest() {
        enter("听铃路12号", "3栋", "G-1");
        enter("听铃路12号", "13栋", "G-2");
        enter("听铃路12号", "和铃苑A座", "G-2");
        enter("榕荫大街2号", "", "G-3");
        enter("望溪路7-1号", "1号楼", "G-4");
        enter("南亭公馆", "1栋", "G-5");
        enter("南亭公馆南区", "1栋", "G-6");
        enter("铃音巷8号", "1栋", "G-7");
        enter("铃音巷8号", "2栋", "G-7");
    }

    @ParameterizedTest
    @CsvSource({
        "听铃路12号, 3栋, G-1",
        "听铃路１２号, ３号楼, G-1",
        "听铃路12號, 三号楼, G-1",
        "聽铃路12号, 3栋, ''",
        "听铃路 12 号, 3#, G-1",
        "听铃路12#, 3 幢, G-1",
        "听铃路12, 3号, G-1",
        "听铃路十二号, 03栋, G-1",
        "听铃路12号院, 3棟, G-1",
        "听铃路12号, 3, G-1",
        "听铃路12号, 3栋2单元501, G-1",
        "听铃路12号, 十三栋, G-2",
        "听铃路12号, a座, G-2",
        "听铃路12号, 和铃苑Ａ座, G-2",
        "榕荫街2号, '', G-3",
        "榕荫大街2号, 1栋, G-3",
        "望溪路7-1号, 一栋, G-4",
        "望溪路７－１, 1#楼, G-4",
        "南亭公馆, 1栋, G-5",
        "南亭公馆南区, 1栋, G-6",
    })
    void takesTheManyWaysPeopleWriteAnAddress(String address, String building, String code) {
        assertThat(find(address, building)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "四川省和铃市安和区和铃街道听铃路12号3栋2单元501室",
                "和铃街道听铃路12号 三号楼",
                "听铃路12号，3幢",
            })
    void findsTheBuildingInTheAddressItself(String address) {
        assertThat(find(address, null)).isEqualTo("G-1");
    }

    @ParameterizedTest
    @CsvSource({
        "听铃路12号, ''", // two grids share this number
        "听铃路12号, 9栋", // no such building
        "听铃路12号附3号, ''", // a door in one of two grids
        "听铃路112号, 3栋",
        "听铃路1号, 3栋",
        "小听铃路12号, 3栋", // another road
        "听铃街12号, 3栋", // another road
        "听铃路12号附3号楼, ''", // a door again, not building 3
        "望溪路7号, 1号楼",
        "南亭公馆北区, 1栋", // another estate
        "'', ''",
        "号, ''",
    })
    void doesNotGuess(String address, String building) {
        assertThat(find(address, building)).isEmpty();
    }

    @Test
    void needsNoBuildingWhereAllOfThemLieInOneGrid() {
        assertThat(find("铃音巷8号", null)).isEqualTo("G-7");
        assertThat(find("铃音巷8号", " ")).isEqualTo("G-7");
    }

    @Test
    void findsEachEntranceOfTheDemoStreet() {
        Delivery demo = Delivery.demo();
        GridTree tree = demo.tree();
        demo.text("buildings.csv").lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            assertThat(tree.addresses().gridOf(cells[0], cells[1]).map(GridView::code))
                    .contains(cells[2].substring(0, "HL-01-01".length()));
        });
    }

    private void enter(String address, String building, String code) {
        book.add(
                new BuildingRow(address, building, code, 30, 104),
                new GridView(new GridId(code.hashCode()), code, code, GridLevel.GRID, null, null));
    }

    private String find(String address, @Nullable String building) {
        return book.gridOf(address, building).map(GridView::code).orElse("");
    }
}
