package dev.gridbell.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the apps' servers what happened: at once, in order for each person, on a few threads. */
final class Pushes implements AutoCloseable {
    private static final int LANES = 24;
    private static final int REMEMBERED = 10_000;

    private final Faults faults;
    private final Later later;
    private final PushDelivery delivery;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong underWay = new AtomicLong();
    private final List<ExecutorService> lanes = new ArrayList<>();
    private final Map<String, Push> held = new ConcurrentHashMap<>();
    private final List<Push> burst = new ArrayList<>();
    private final Map<String, String> lastTimes = Collections.synchronizedMap(new RecentMap<>(REMEMBERED));

    Pushes(Faults faults, Later later, PushDelivery delivery) {
        this.faults = faults;
        this.later = later;
        this.delivery = delivery;
        for (int i = 0; i < LANES; i++) {
            lanes.add(Executors.newSingleThreadExecutor(Later.daemon("push-" + i)));
        }
    }

    /** Tells an app's server; returns at once. */
    void tell(AppKind kind, String openId, Map<String, Object> content) {
        Push push = new Push(ids.incrementAndGet(), kind, openId, content);
        spoil(push);
        underWay.incrementAndGet();
        if (faults.strike(Fault.Kind.PUSH_LOST, push.place()).isPresent()) {
            delivery.lose(push);
            underWay.decrementAndGet();
        } else if (!isHeldUp(push)) {
            queue(push);
            Push waiting = held.get(openId);
            if (waiting != null) {
                release(waiting);
            }
        }
    }

    /** Pushes that are neither accepted nor given up yet. */
    long underWay() {
        return underWay.get();
    }

    boolean verify(SandboxApp app) {
        return delivery.verify(app);
    }

    @Override
    public void close() {
        lanes.forEach(ExecutorService::shutdownNow);
    }

    /** Makes a content odd in the ways in which WeChat's own sometimes is. */
    private void spoil(Push push) {
        Map<String, Object> content = push.content();
        String before = lastTimes.get(push.openId());
        if (strikes(Fault.Kind.PUSH_SAME_SECOND, push) && before != null) {
            content.computeIfPresent(
                    "CreateTime", (name, time) -> time instanceof String ? before : Long.valueOf(before));
        }
        lastTimes.put(push.openId(), String.valueOf(content.get("CreateTime")));
        if (strikes(Fault.Kind.PUSH_NO_MESSAGE_ID, push)) {
            content.keySet().removeAll(List.of("MsgId", "MsgID"));
        }
        if (strikes(Fault.Kind.PUSH_LIST_ARRAY, push)) {
            content.computeIfPresent("List", (name, list) -> list instanceof List<?> ? list : List.of(list));
        }
    }

    /** Whether the push waits: for a while, for the person's next one, or until all of a burst leave together. */
    private boolean isHeldUp(Push push) {
        Optional<Fault> delay = faults.strike(Fault.Kind.PUSH_DELAYED, push.place());
        if (delay.isPresent()) {
            later.after(delay.get().millis(), () -> queue(push));
            return true;
        }
        Optional<Fault> together = faults.strike(Fault.Kind.PUSH_BURST, push.place());
        if (together.isPresent()) {
            collect(push, together.get().millis());
            return true;
        }
        Optional<Fault> swap = faults.strike(Fault.Kind.PUSH_OUT_OF_ORDER, push.place());
        if (swap.isPresent() && held.putIfAbsent(push.openId(), push) == null) {
            later.after(swap.get().millis(), () -> release(push));
            return true;
        }
        return false;
    }

    private void collect(Push push, long millis) {
        synchronized (burst) {
            burst.add(push);
            if (burst.size() == 1) {
                later.after(millis, this::releaseBurst);
            }
        }
    }

    private void releaseBurst() {
        synchronized (burst) {
            burst.forEach(this::queue);
            burst.clear();
        }
    }

    private void release(Push push) {
        if (held.remove(push.openId(), push)) {
            queue(push);
        }
    }

    private void queue(Push push) {
        PushEnvelope.Flaw flaw = flaw(push);
        boolean twice = strikes(Fault.Kind.PUSH_DUPLICATE, push);
        Optional<Fault> replay = faults.strike(Fault.Kind.PUSH_REPLAYED, push.place());
        ExecutorService lane = lanes.get(Math.floorMod(push.openId().hashCode(), LANES));
        lane.execute(() -> {
            try {
                delivery.deliver(push, flaw);
                if (twice) {
                    delivery.deliver(push, flaw);
                }
                replay.ifPresent(fault -> delivery.replay(push, fault.millis() / 1_000));
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private PushEnvelope.Flaw flaw(Push push) {
        if (strikes(Fault.Kind.PUSH_WRONG_SIGNATURE, push)) {
            return PushEnvelope.Flaw.WRONG_SIGNATURE;
        }
        if (strikes(Fault.Kind.PUSH_WRONG_APP_ID, push)) {
            return PushEnvelope.Flaw.WRONG_APP_ID;
        }
        if (strikes(Fault.Kind.PUSH_PLAIN, push)) {
            return PushEnvelope.Flaw.PLAIN;
        }
        if (strikes(Fault.Kind.PUSH_COMPAT, push)) {
            return PushEnvelope.Flaw.COMPAT;
        }
        return strikes(Fault.Kind.PUSH_DOCTYPE, push) ? PushEnvelope.Flaw.DOCTYPE : PushEnvelope.Flaw.NONE;
    }

    private boolean strikes(Fault.Kind kind, Push push) {
        return faults.strike(kind, push.place()).isPresent();
    }
}
