package cn.gridbell.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.grid.StreetFiles;
import cn.gridbell.platform.security.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffEntryTest {

    private static final Map<String, String> GOOD = Map.of(
            "number", "HL001",
            "name", "唐涵",
            "phone", "19900000001",
            "roles", "STREET|ADMIN",
            "photo_url", "",
            "public_phone", "19900010001");

    private final List<String> badColumns = new ArrayList<>();

    @Test
    void takesAGoodLine() {
        StaffEntry entry = parse(GOOD);

        assertThat(badColumns).isEmpty();
        assertThat(entry.number()).isEqualTo("HL001");
        assertThat(entry.roles()).containsExactly(Role.STREET, Role.ADMIN);
        assertThat(entry.photoUrl()).isNull();
        assertThat(entry.publicPhone()).hasToString("199****0001");
    }

    @ParameterizedTest
    @CsvSource({
        "number, ''",
        "number, HL 001",
        "name, ''",
        "name, <b>",
        "phone, 1990000000",
        "phone, ''",
        "roles, ''",
        "roles, KING",
        "roles, STREET|",
        "photo_url, javascript:alert(1)",
        "public_phone, 110"
    })
    void reportsTheColumnThatCannotBeTaken(String column, String cell) {
        Map<String, String> cells = new HashMap<>(GOOD);
        cells.put(column, cell);

        assertThat(StaffEntry.parse(new StreetFiles.Row(2, cells), (bad, reason) -> badColumns.add(bad)))
                .isEmpty();
        assertThat(badColumns).containsExactly(column);
    }

    @Test
    void reportsAllBadColumnsOfALineAtOnce() {
        assertThat(StaffEntry.parse(new StreetFiles.Row(2, Map.of()), (bad, reason) -> badColumns.add(bad)))
                .isEmpty();
        assertThat(badColumns).containsExactly("number", "name", "phone", "roles");
    }

    private StaffEntry parse(Map<String, String> cells) {
        return StaffEntry.parse(new StreetFiles.Row(2, cells), (bad, reason) -> badColumns.add(bad))
                .orElseThrow();
    }
}
