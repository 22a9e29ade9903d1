package cn.gridbell.visit.coverage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A campaign; a string in JSON and URLs. */
public record CampaignId(long value) {

    /** @throws IllegalArgumentException if the text is no id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CampaignId of(String text) {
        return new CampaignId(Long.parseLong(text));
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
