package cn.gridbell.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A property company or a unit that sends staff into the grids; a string in JSON and URLs. */
public record UnitId(long value) {

    /** @throws IllegalArgumentException if the text is no id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static UnitId of(String text) {
        return new UnitId(Long.parseLong(text));
    }

    @JsonValue
    public String text() {
        return Long.toString(value);
    }

    @Override
    public String toString() {
        return text();
    }
}
