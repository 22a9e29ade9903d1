package dev.gridbell.firstrun;

/** Says on the console how far the start has come. */
@FunctionalInterface
interface Progress {

    void say(String line);
}
