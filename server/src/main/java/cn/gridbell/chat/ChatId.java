package cn.gridbell.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A chat that was handed over to staff; a string in JSON and URLs. */
public record ChatId(long value) {

    /** @throws IllegalArgumentException if the text is no id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChatId of(String text) {
        return new ChatId(Long.parseLong(text));
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
