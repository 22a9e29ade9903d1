package cn.gridbell.visit.opening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Time cut into quarters of an hour. A cell's number counts quarters since 1970-01-01T00:00Z; midnight in Asia/Shanghai falls on a cell's
 * start, because the zone is a whole number of quarters away from UTC.
 *
 * @param first number of the first cell
 * @param count how many, 1 or more
 */
public record Cells(long first, int count) {

    public static final Duration LENGTH = Duration.ofMinutes(15);

    private static final long SECONDS = LENGTH.toSeconds();

    public Cells {
        if (count < 1) {
            throw new IllegalArgumentException("at least one cell");
        }
    }

    /** @param start on a cell's start */
    public static Cells from(Instant start, int count) {
        if (!onGrid(start)) {
            throw new IllegalArgumentException("not on a cell's start");
        }
        return new Cells(numberOf(start), count);
    }

    public static boolean onGrid(Instant at) {
        return at.getNano() == 0 && Math.floorMod(at.getEpochSecond(), SECONDS) == 0;
    }

    /** The cell that an instant falls into. */
    public static long numberOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    public Instant start() {
        return Instant.ofEpochSecond(first * SECONDS);
    }

    /** The first instant that is not in the cells any more. */
    public Instant end() {
        return Instant.ofEpochSecond((first + count) * SECONDS);
    }

    public long last() {
        return first + count - 1;
    }

    public boolean overlaps(Cells other) {
        return first <= other.last() && other.first <= last();
    }

    /** In ascending order: the order in which they are taken. */
    public List<Long> numbers() {
        return LongStream.rangeClosed(first, last()).boxed().toList();
    }
}
