package cn.gridbell.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A draft that was begun in the chat; a string in JSON and URLs. */
record DraftId(long value) {

    /** @throws IllegalArgumentException if the text is no id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DraftId of(String text) {
        return new DraftId(Long.parseLong(text));
    }

    @JsonValue
    String text() {
        return Long.toString(value);
    }

    /** What its pictures belong to. */
    String subject() {
        return "request-draft:" + value;
    }

    @Override
    public String toString() {
        return text();
    }
}
