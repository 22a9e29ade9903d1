package dev.gridbell.bench;

import java.time.Duration;

/** One thing that goes wrong, and the bar that must hold meanwhile. */
interface Scenario {

    /** As docs and options name it: {@code B1}. */
    String bar();

    /** What it plays, in a few words. */
    String title();

    Outcome play(Size size) throws Exception;

    /**
     * What came of it.
     *
     * @param shown  false if this machine does not allow it: then nothing is said about the bar, and it does not count as held
     * @param figure what was run and what came of it, one line
     */
    record Outcome(boolean held, boolean shown, String figure) {

        Outcome(boolean held, String figure) {
            this(held, true, figure);
        }

        static Outcome notShown(String why) {
            return new Outcome(false, false, why);
        }

        /** @param circumstances that a reader of the figure must know */
        Outcome with(String circumstances) {
            return new Outcome(held, shown, figure + "; " + circumstances);
        }

        String verdict() {
            return held ? "PASS" : shown ? "FAIL" : "NOT SHOWN";
        }
    }

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
