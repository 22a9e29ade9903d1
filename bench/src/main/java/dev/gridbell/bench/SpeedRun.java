package dev.gridbell.bench;

/** Submit and "my requests" through the server beside a bare JDBC program that does the same statements. */
final class SpeedRun {

    SpeedRun(Options options) {}

    boolean run() {
        throw new UnsupportedOperationException("next");
    }
}
