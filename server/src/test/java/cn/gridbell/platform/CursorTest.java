package cn.gridbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void comesBackFromItsText() {
        Cursor cursor = new Cursor(Instant.parse("2026-11-24T01:30:00.123456Z"), 42);
        assertThat(Cursor.parse(cursor.text(), Cursor.NEWEST)).isEqualTo(cursor);
        assertThat(Cursor.parse(null, Cursor.NEWEST)).isEqualTo(Cursor.NEWEST);
        assertThat(Cursor.parse(Cursor.NEWEST.text(), Cursor.OLDEST)).isEqualTo(Cursor.NEWEST);
    }

    @Test
    void refusesWhatItDidNotGive() {
        for (String text :
                List.of("x", "!!!!", "MS4y", "OTk5OTk5OTk5OTk5OTk5OTk5OTkuMS4x", "a".repeat(500), "LTEuLTEuLTE")) {
            assertThatThrownBy(() -> Cursor.parse(text, Cursor.NEWEST)).as(text).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void aPageKnowsWhetherAnotherFollows() {
        List<Long> rows = List.of(5L, 4L, 3L);
        Instant at = Instant.parse("2026-11-24T01:30:00Z");
        Page<Long> first = Page.of(rows, 2, id -> new Cursor(at, id), id -> id);
        assertThat(first.items()).containsExactly(5L, 4L);
        assertThat(Cursor.parse(first.next(), Cursor.NEWEST).id()).isEqualTo(4);
        assertThat(Page.of(rows, 3, id -> new Cursor(at, id), id -> id).next()).isNull();
    }
}
