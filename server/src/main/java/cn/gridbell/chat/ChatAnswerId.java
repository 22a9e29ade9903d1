package cn.gridbell.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A keyword answer; a string in JSON and URLs. */
public record ChatAnswerId(long value) {

    /** @throws IllegalArgumentException if the text is no id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatAnswerId of(String text) {
        return new ChatAnswerId(Long.parseLong(text));
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
