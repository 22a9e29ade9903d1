package dev.gridbell.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the apps' servers what happened: at once, in order for each person, on a few threads. */
final class Pushes implements AutoCloseable {
    private static final int LANES = 24;

    private final Faults faults;
    private final PushDelivery delivery;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong underWay = new AtomicLong();
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(daemon("later"));
    private final Map<String, Push> held = new ConcurrentHashMap<>();

    Pushes(Faults faults, PushDelivery delivery) {
        this.faults = faults;
        this.delivery = delivery;
        for (int i = 0; i < LANES; i++) {
            lanes.add(Executors.newSingleThreadExecutor(daemon("push-" + i)));
        }
    }

    /** Tells an app's server; returns at once. */
    void tell(AppKind kind, String openId, Map<String, Object> content) {
        Push push = new Push(ids.incrementAndGet(), kind, openId, content);
        String place = Fault.PUSH + ":" + push.event();
        underWay.incrementAndGet();
        if (faults.strike(Fault.Kind.PUSH_LOST, place).isPresent()) {
            delivery.lose(push);
            underWay.decrementAndGet();
            return;
        }
        Optional<Fault> delay = faults.strike(Fault.Kind.PUSH_DELAYED, place);
        if (delay.isPresent()) {
            after(delay.get().millis(), () -> queue(push, place));
            return;
        }
        Optional<Fault> swap = faults.strike(Fault.Kind.PUSH_OUT_OF_ORDER, place);
        if (swap.isPresent() && held.putIfAbsent(openId, push) == null) {
            after(swap.get().millis(), () -> release(openId, push));
            return;
        }
        queue(push, place);
        Push waiting = held.get(openId);
        if (waiting != null) {
            release(openId, waiting);
        }
    }

    /** Pushes that are neither accepted nor given up yet. */
    long underWay() {
        return underWay.get();
    }

    boolean verify(SandboxApp app) {
        return delivery.verify(app);
    }

    /** Runs something after a while on the platform's own thread. */
    void after(long millis, Runnable work) {
        later.schedule(work, Duration.ofMillis(millis).toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        later.shutdownNow();
        lanes.forEach(ExecutorService::shutdownNow);
    }

    private void release(String openId, Push push) {
        if (held.remove(openId, push)) {
            queue(push, Fault.PUSH + ":" + push.event());
        }
    }

    private void queue(Push push, String place) {
        PushEnvelope.Flaw flaw = flaw(place);
        boolean twice = faults.strike(Fault.Kind.PUSH_DUPLICATE, place).isPresent();
        ExecutorService lane = lanes.get(Math.floorMod(push.openId().hashCode(), LANES));
        lane.execute(() -> {
            try {
                delivery.deliver(push, flaw);
                if (twice) {
                    delivery.deliver(push, flaw);
                }
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private PushEnvelope.Flaw flaw(String place) {
        if (faults.strike(Fault.Kind.PUSH_WRONG_SIGNATURE, place).isPresent()) {
            return PushEnvelope.Flaw.WRONG_SIGNATURE;
        }
        if (faults.strike(Fault.Kind.PUSH_WRONG_APP_ID, place).isPresent()) {
            return PushEnvelope.Flaw.WRONG_APP_ID;
        }
        if (faults.strike(Fault.Kind.PUSH_PLAIN, place).isPresent()) {
            return PushEnvelope.Flaw.PLAIN;
        }
        return faults.strike(Fault.Kind.PUSH_DOCTYPE, place).isPresent()
                ? PushEnvelope.Flaw.DOCTYPE
                : PushEnvelope.Flaw.NONE;
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, "wechat-sandbox-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
