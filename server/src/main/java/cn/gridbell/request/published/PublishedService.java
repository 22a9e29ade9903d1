package cn.gridbell.request.published;

import java.util.List;

/**
 * A kind of request that anybody may report and see.
 *
 * @param code      ASCII
 * @param name      in Chinese
 * @param group     the heading it stands under, in Chinese; its own name if under none
 * @param keywords  in Chinese
 * @param questions to be answered by whoever reports it
 */
public record PublishedService(
        String code, String name, String group, List<String> keywords, List<Question> questions) {

    /**
     * Something to be answered.
     *
     * @param code    ASCII
     * @param words   the question in Chinese
     * @param choices what can be answered; empty unless {@code kind} is {@code CHOICE}
     */
    public record Question(String code, Kind kind, String words, boolean required, List<Choice> choices) {}

    /**
     * An answer to choose.
     *
     * @param key what is sent
     * @param words in Chinese
     */
    public record Choice(String key, String words) {}

    /** How it is answered. */
    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE
    }
}
