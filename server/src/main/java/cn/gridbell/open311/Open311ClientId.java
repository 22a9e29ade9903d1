package cn.gridbell.open311;

import com.fasterxml.jackson.annotation.JsonValue;

/** A client; a string in JSON and URLs. */
record Open311ClientId(long value) {

    /** @throws IllegalArgumentException if the text is no id */
    public static Open311ClientId of(String text) {
        return new Open311ClientId(Long.parseLong(text));
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
