package dev.gridbell.bench;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets WeChat have other troubles every few seconds, chosen by a seed, until it is stopped. */
final class Weather implements AutoCloseable {

    private static final String[] SENDS = {SandboxControls.TEMPLATE, SandboxControls.SUBSCRIBE};
    private static final String PUSH = "push";

    private final SandboxControls sandbox;
    private final Random random;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Thread thread;
    private volatile int changes;

    private Weather(SandboxControls sandbox, long seed) {
        this.sandbox = sandbox;
        this.random = new Random(seed);
        this.thread = new Thread(this::change, "weather");
    }

    static Weather over(SandboxControls sandbox, long seed) {
        Weather weather = new Weather(sandbox, seed);
        weather.thread.start();
        return weather;
    }

    /** How often it changed. */
    int changes() {
        return changes;
    }

    private void change() {
        while (!stop.get()) {
            try {
                sandbox.calm();
                int troubles = 1 + random.nextInt(3);
                for (int i = 0; i < troubles; i++) {
                    trouble(SENDS[random.nextInt(10) < 8 ? 0 : 1]);
                }
                changes++;
                TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(5_000));
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                // the sandbox is busy; the next change is not far
            }
        }
    }

    private void trouble(String send) throws IOException, InterruptedException {
        int seed = random.nextInt(1_000_000);
        double share = 0.02 + random.nextDouble() * 0.2;
        switch (random.nextInt(11)) {
            case 0 ->
                sandbox.fault("latency", send, "probability", 0.5, "millis", 20 + random.nextInt(300), "seed", seed);
            case 1 -> sandbox.fault("reset", send, "probability", share, "seed", seed);
            case 2 -> sandbox.fault("http502", send, "probability", share, "seed", seed);
            case 3 -> sandbox.fault("answerLost", send, "probability", share, "seed", seed);
            case 4 -> sandbox.fault("tokenInvalid", send, "probability", share, "seed", seed);
            case 5 -> sandbox.fault("errcode", send, "probability", share, "code", -1, "seed", seed);
            case 6 ->
                sandbox.fault("errcode", SandboxControls.SUBSCRIBE, "probability", share, "code", 43101, "seed", seed);
            case 7 -> sandbox.fault("pushLost", PUSH, "probability", share / 4, "seed", seed);
            case 8 -> sandbox.fault("pushDuplicate", PUSH, "probability", share, "seed", seed);
            case 9 -> sandbox.fault("pushDelayed", PUSH, "probability", share, "millis", 2_000, "seed", seed);
            default -> sandbox.fault("pushOutOfOrder", PUSH, "probability", share, "millis", 2_000, "seed", seed);
        }
    }

    /** The sky is clear when this returns. */
    @Override
    public void close() throws IOException, InterruptedException {
        stop.set(true);
        thread.interrupt();
        thread.join();
        sandbox.calm();
    }
}
