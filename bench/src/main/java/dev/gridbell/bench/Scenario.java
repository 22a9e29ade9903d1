package dev.gridbell.bench;

import java.time.Duration;

/** One thing that goes wrong, and the bar that must hold meanwhile. */
interface Scenario {

    /** As docs and options name it: {@code B1}. */
    String bar();

    /** What it plays, in a few words. */
    String title();

    Outcome play(Size size) throws Exception;

    /** @param figure what was run and what came of it, one line */
    record Outcome(boolean held, String figure) {}

    /** How much of it; single options ({@code messages=}, {@code away=60s}) come before both sizes. */
    record Size(boolean full, Options options) {

        /** Times are judged at full size only: smoke runs among other tests, on any machine. */
        boolean inTime(Duration took, Duration bar) {
            return !full || took.compareTo(bar) <= 0;
        }

        int number(String name, int smoke, int atFull) {
            return options.number(name, full ? atFull : smoke);
        }

        Duration duration(String name, Duration smoke, Duration atFull) {
            return options.duration(name, full ? atFull : smoke);
        }
    }
}
