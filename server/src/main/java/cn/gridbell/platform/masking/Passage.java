package cn.gridbell.platform.masking;

/**
 * Where something personal stands in a text.
 *
 * @param from index of the first {@code char}
 * @param to   index after the last one
 */
public record Passage(PersonalKind kind, int from, int to) {

    boolean overlaps(Passage other) {
        return from < other.to && other.from < to;
    }
}
